import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeyPair } from '../../vocabulary/signature.ts'
import { ADMIN_KEY, PUBLISH, useTempFolder, useTestCollector } from '../testing/app.ts'
import { makeEnvelope, makePack } from '../testing/packs.ts'
import { makeTally, NOON } from '../testing/tallies.ts'
import { issuePass, LINK_LIFETIME_MS, SESSION_LIFETIME_MS } from './pass.ts'

const collector = useTestCollector()
const tempFolder = useTempFolder()

function exchange(key: string, now = NOON) {
  return collector
    .app({ now: () => now })
    .inject({ method: 'POST', url: '/v1/session', payload: { key } })
}

const newLink = () => issuePass('link', ADMIN_KEY, NOON + LINK_LIFETIME_MS)

async function sessionCookie(): Promise<string> {
  const response = await exchange(newLink())
  return String(response.headers['set-cookie']).split(';')[0] ?? ''
}

test('a link opens a session that scripts can’t read and other sites can’t use', async () => {
  const response = await exchange(newLink())
  expect(response.statusCode).toBe(204)
  expect(response.headers['set-cookie']).toMatch(
    /HttpOnly; SameSite=Strict; Path=\/; Max-Age=43200$/,
  )
})

test('behind TLS the session stays on it', async () => {
  const response = await collector.app().inject({
    method: 'POST',
    url: '/v1/session',
    headers: { 'x-forwarded-proto': 'https' },
    payload: { key: newLink() },
  })
  expect(response.headers['set-cookie']).toMatch(/; Secure$/)
})

test('a link works once', async () => {
  const link = newLink()
  expect((await exchange(link)).statusCode).toBe(204)
  const again = await exchange(link)
  expect([again.statusCode, again.json().error]).toEqual([401, 'used-link'])
})

test.each([
  ['an expired link', () => exchange(newLink(), NOON + LINK_LIFETIME_MS)],
  ['a link of another collector', () => exchange(issuePass('link', 'other', NOON + 1000))],
  ['a session in place of a link', () => exchange(issuePass('session', ADMIN_KEY, NOON + 1000))],
  ['a longer life than was given', () => exchange(newLink().replace(/\.\d/, '.9'))],
  ['nothing', () => exchange('')],
  ['SQL', () => exchange("' or 1=1 --")],
])('%s opens nothing', async (_name, attempt) => {
  expect((await attempt()).statusCode).toBe(401)
})

test('without a session, or after its end, no figure is told', async () => {
  const cookie = await sessionCookie()
  const late = collector.app({ now: () => NOON + SESSION_LIFETIME_MS })
  const answers = [
    await collector.app().inject('/v1/summary'),
    await collector.app().inject({ url: '/v1/summary', headers: { cookie: 'handrail_session=x' } }),
    await late.inject({ url: '/v1/summary', headers: { cookie } }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401])
})

test.each(['0', '91', '1.5', 'x', '-1'])('days=%s is refused', async (days) => {
  const headers = { cookie: await sessionCookie() }
  const response = await collector.app().inject({ url: `/v1/summary?days=${days}`, headers })
  expect(response.statusCode).toBe(400)
})

test('the summary names screens as the packs on the channel do', async () => {
  const keys = await createKeyPair()
  const pack = await makePack()
  const app = collector.app({ trustedKeys: [keys.publicKey] })
  const headers = { ...PUBLISH, 'content-type': 'application/json' }
  const packUrl = `/v1/packs/${pack.listed.sha256}`
  await app.inject({ method: 'PUT', url: packUrl, headers, payload: pack.text })
  const payload = await makeEnvelope(keys, { packs: [pack.listed] })
  await app.inject({ method: 'PUT', url: '/v1/channels/main', headers, payload })
  const crowd = Array.from({ length: 11 }, () => makeTally())
  const others = crowd.map(() => makeTally({ screen: 'elsewhere' }))
  await collector.store().addTallies([...crowd, ...others], NOON)
  const cookie = await sessionCookie()
  const response = await app.inject({ url: '/v1/summary?days=1', headers: { cookie } })
  const titles = response.json().screens.map((row: { title: string }) => row.title)
  expect(titles.toSorted()).toEqual(['Vitals of a patient', 'elsewhere'])
  expect(response.json()).toMatchObject({ from: '2026-11-24', to: '2026-11-24', demo: false })
})

test.each([
  [false, 0],
  [true, 1],
])('demo=%s: a screen that one person used is shown: %i', async (demo, rows) => {
  await collector.store().addTallies([makeTally()], NOON)
  const headers = { cookie: await sessionCookie() }
  const app = collector.app({ demo, minGroup: 1 })
  const response = await app.inject({ url: '/v1/summary', headers })
  expect(response.json().screens).toHaveLength(rows)
  expect(response.json().withheld.screens).toBe(1 - rows)
})

test('the page comes with a strict policy, and the front door leads to it', async () => {
  const dashboardDir = join(tempFolder(), 'dashboard')
  mkdirSync(dashboardDir)
  writeFileSync(join(dashboardDir, 'index.html'), '<!doctype html><title>Handrail</title>')
  const app = collector.app({ dashboardDir })
  const door = await app.inject('/')
  expect([door.statusCode, door.headers.location]).toEqual([302, '/dashboard/'])
  const page = await app.inject('/dashboard/?key=x')
  expect(page.statusCode).toBe(200)
  expect(page.headers).toMatchObject({
    'content-security-policy': expect.stringMatching(
      /^default-src 'self';.*frame-ancestors 'none'/,
    ),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  const outside = await app.inject('/dashboard/..%2f..%2fpackage.json')
  expect([403, 404]).toContain(outside.statusCode)
})

test('before the page is built, it says so', async () => {
  const response = await collector.app().inject('/dashboard/')
  expect([response.statusCode, response.json().error]).toEqual([503, 'not-built'])
})

test('health follows the database', async () => {
  const up = await collector.app().inject('/readyz')
  expect([up.statusCode, up.json()]).toEqual([
    200,
    { status: 'ok', store: 'pglite', version: expect.stringMatching(/^\d/) },
  ])
  const store = { ...collector.store(), ping: () => Promise.reject(new Error('gone')) }
  expect((await collector.app({ store }).inject('/readyz')).statusCode).toBe(503)
})
