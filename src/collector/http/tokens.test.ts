import { expect, test } from 'vitest'
import { ADMIN_KEY, useTestCollector } from '../testing/app.ts'
import { bodyOf, makeTally, NOON } from '../testing/tallies.ts'
import { runTokenJob } from '../token-job.ts'
import { TOKENS_FRESH_MS } from './ingest-sites.ts'
import { issuePass } from './pass.ts'

const collector = useTestCollector()
let clock = NOON
const now = () => clock

async function start() {
  const app = collector.app({ now })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const send = async (token: string) =>
    (
      await fetch(`${url}/v1/logs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf([makeTally()])),
      })
    ).status
  const job = async (what: Parameters<typeof runTokenJob>[0]) => {
    const done = await runTokenJob(what, url, ADMIN_KEY, clock)
    return done.ok ? done.value : done.message
  }
  const add = async (site: string, days?: number) => {
    const said = await job({ add: site, ...(days === undefined ? {} : { days }) })
    const [, token = '', id = ''] = /^(\S+)\n\(id (\S+),/.exec(said) ?? []
    return { token, id }
  }
  return { send, job, add, url }
}

test('a site has a token of its own, is given a new one while the old still holds, and loses it', async () => {
  const { send, add, job } = await start()
  const old = await add('ward-seven')
  expect(await send(old.token)).toBe(200)
  const next = await add('ward-seven')
  expect([await send(old.token), await send(next.token)]).toEqual([200, 200])
  await job({ end: old.id })
  expect([await send(old.token), await send(next.token)]).toEqual([401, 200])
})

test('a token may be made to end by itself', async () => {
  const { send, add } = await start()
  const { token } = await add('ward-seven', 1)
  expect(await send(token)).toBe(200)
  clock += 86_400_000
  expect(await send(token)).toBe(401)
  clock = NOON
})

test('what one collector ends, another takes no longer within ten seconds', async () => {
  const [one, other] = [await start(), await start()]
  const { token, id } = await one.add('ward-seven')
  clock += TOKENS_FRESH_MS
  expect(await other.send(token)).toBe(200)
  await one.job({ end: id })
  clock += TOKENS_FRESH_MS
  expect(await other.send(token)).toBe(401)
  clock = NOON
})

test('lists tell id, site and end, and never the token, of which the database has no copy', async () => {
  const { add, job } = await start()
  const { token, id } = await add('ward-seven', 30)
  const list = await job({})
  expect(list).toMatch(new RegExp(`^${id}  ward-seven  since 2026-11-24T.*ends 2026-12-24T`))
  const rows = await collector.database().query('select * from ingest_tokens')
  expect(list + JSON.stringify(rows)).not.toContain(token)
})

test.each([
  ['no site', { add: 'Ward 7' }, /id in kebab-case/],
  ['nobody’s id', { end: 'none' }, /No token of this id/],
])('%s: a clear message', async (_what, job, message) => {
  expect(await (await start()).job(job)).toMatch(message)
})

test.each([
  ['none', ''],
  ['an ingest token', 'ingest-token-of-the-tests'],
  ['a pass for the dashboard', issuePass('session', ADMIN_KEY, NOON + 60_000)],
  ['a pass that is over', issuePass('command', ADMIN_KEY, NOON - 1)],
])('nobody adds a token with %s', async (_what, pass) => {
  const { url } = await start()
  const response = await fetch(`${url}/v1/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${pass}`, 'content-type': 'application/json' },
    body: '{"site":"mine"}',
  })
  expect(response.status).toBe(401)
  expect(await collector.database().query('select * from ingest_tokens')).toEqual([])
})

test('where no collector answers, that is said', async () => {
  expect(await runTokenJob({}, 'http://127.0.0.1:9', ADMIN_KEY, NOON)).toMatchObject({
    ok: false,
    message: expect.stringContaining('no collector answers'),
  })
})
