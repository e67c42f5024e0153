import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../demo/browser/find.ts'
import { john } from '../../demo/openmrs/patients.ts'
import { createDemoEhr } from '../../demo/openmrs/server.ts'
import { PACK_FOLDER, PACKAGES_FOLDER } from '../../demo/stack.ts'
import { nodeEnvironment } from '../../src/cli/node-environment.ts'
import { runHandrail } from '../../src/cli/run.ts'
import { canariesIn } from './helpers/canaries.ts'
import { copyPack } from './helpers/edited-pack.ts'
import { signIn } from './helpers/openmrs.ts'

let ehr: Awaited<ReturnType<typeof createDemoEhr>>
let profile: string

/** As a person would with `--headed`: once, in the profile that is kept. */
async function signInOnce(): Promise<void> {
  const { path } = findBrowser('chromium') ?? {}
  if (path === undefined) throw new Error('chromium is not installed: npm test installs it')
  const browser = await puppeteer.launch({
    executablePath: path,
    userDataDir: profile,
    pipe: true,
    args: ['--restore-last-session', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  try {
    await signIn(await browser.newPage(), ehr)
  } finally {
    await browser.close()
  }
}

beforeAll(async () => {
  ehr = await createDemoEhr({ packagesDir: PACKAGES_FOLDER, port: 0 })
  profile = await mkdtemp(join(tmpdir(), 'handrail-profile-'))
  await signInOnce()
})
afterAll(async () => {
  await ehr?.stop()
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})

async function health(folder: string, ...more: string[]) {
  return healthOf(ehr.origin, folder, ...more)
}

async function healthOf(origin: string, folder: string, ...more: string[]) {
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  const world = { ...nodeEnvironment(), log, logError: log }
  const code = await runHandrail(['health', folder, '--against', origin, ...more], world)
  return { code, said: lines.join('\n') }
}
const onJohn = (screens: string) => [
  ...['--profile', profile, '--values', `id=${john.uuid}`],
  ...['--screens', screens],
]

test('a pack that fits: all found, in forms too', async () => {
  const { code, said } = await health(
    PACK_FOLDER,
    ...onJohn('register-patient,allergies,allergy-form'),
    '--open-forms',
  )
  expect(said).toContain('screens: 3 reached, 0 not')
  expect(said).toContain('0 moved, 0 ambiguous, 0 missing')
  expect(said).toContain('  found      severity')
  expect(code).toBe(0)
})

test('a pack that the app has drifted from: what is where, and recipes to review', async () => {
  const pack = await copyPack()
  await pack.edit('targets.yaml', 'name: [Record vitals]', 'name: [Record vital signs]')
  await pack.edit(
    'targets.yaml',
    'name: [Add, Record allergy intolerances],',
    'name: [Add, Record allergy intolerances], attributes: { id: allergy-add },',
  )
  await pack.edit(
    'targets.yaml',
    '{ role: button, name: [Order basket] }',
    '{ role: button, name: [Add] }',
  )
  const { code, said } = await health(
    pack.folder,
    ...onJohn('home,patient-summary,allergies,allergy-form'),
  )
  expect(said).toContain("home  /openmrs/spa/home: not reached: the page shows 'service-queues'")
  expect(said).toContain(
    'allergy-form  /openmrs/spa/patient/a1b2/chart/allergies: not reached: it is a form',
  )
  expect(said).toContain('  missing    record-vitals')
  expect(said).toContain('  moved      add-allergy: no longer holds: attribute ‘id’')
  expect(said).toMatch(/ {2}ambiguous {2}order-basket: \d+ fit alike/)
  expect(said).toContain('  found      nav-allergies')
  const proposed = said.slice(said.indexOf('# Proposed'))
  expect(proposed).toMatch(/- id: record-vitals\n(.*\n)+? {6}- Record vitals\n/)
  expect(proposed).toMatch(/- id: add-allergy\n(.*\n)+? {6}- Record allergy intolerances\n/)
  expect(canariesIn(said)).toEqual([])
  expect(said).not.toContain(john.uuid)
  expect(code).toBe(1)
})

test('without a sign-in, nothing is found sound', async () => {
  const { code, said } = await health(PACK_FOLDER, '--screens', 'patient-summary,allergies')
  expect(said).toContain("not reached: the page shows 'sign-in'")
  expect(said).toContain('is a sign-in needed')
  expect(code).toBe(2)
})

test.each([
  ['http://127.0.0.1:9', "can't be reached"],
  ['ehr.example.org', 'must be as https://'],
])('%s: one clear line', async (address, words) => {
  const { code, said } = await healthOf(address, PACK_FOLDER)
  expect(said.split('\n')).toEqual([expect.stringContaining(words)])
  expect(code).toBe(2)
})

const HOSTILE = `<!doctype html><title>x</title><form><input name="querySelectorAll"></form>
<script>
  Array.prototype.map = Array.prototype.filter = JSON.stringify = () => 'SEIZED'
  window.handrailProbe = { look: () => ({ screen: 'chart', sightings: 'SEIZED' }) }
  document.querySelectorAll = () => [document.body]
  onbeforeunload = (event) => event.preventDefault()
  setTimeout(() => alert('SEIZED'), 100)
</script>
<button>Record vitals</button><iframe src="/inner"></iframe>
<script>
  const other = document.createElement('iframe')
  other.src = location.href.replace('127.0.0.1', 'localhost').replace('/chart', '/outer')
  document.body.append(other)
</script>`

const PAGES: Record<string, string> = {
  '/': '<p>Welcome',
  '/chart': HOSTILE,
  '/inner': '<button>Sign orders</button>',
  '/outer': '<button>Sign notes</button>',
}

async function serveHostile(): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const page = PAGES[url]
    if (url === '/away') response.writeHead(302, { location: `${ehr.origin}/` })
    else response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' })
    response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a page that seizes its own globals, frames, and pages that are not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-pack-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'walkthroughs'))
  const write = (file: string, value: object) =>
    writeFile(join(folder, file), JSON.stringify(value))
  const sites = ['http://127.0.0.1/*']
  const app = { id: 'ward', name: 'Ward', sites }
  await write('pack.yaml', { format: 'handrail.pack/1', id: 'ward', version: 1, app })
  const screen = (id: string, more = {}) => {
    return { id, title: id, when: { url: [`/${id}`] }, examples: [`/${id}`], ...more }
  }
  const noCover = ['vitals', 'framed', 'elsewhere']
  await write('screens.yaml', [screen('chart', { noCover }), screen('gone'), screen('away')])
  const button = (name: string) => ({ role: 'button', name: [name] })
  await write('targets.yaml', [
    { id: 'vitals', label: 'Vitals', anchor: button('Record vitals') },
    { id: 'framed', label: 'Sign', anchor: { ...button('Sign orders'), frame: '/inner' } },
    { id: 'elsewhere', label: 'Notes', anchor: { ...button('Sign notes'), frame: '/outer' } },
  ])
  const { code, said } = await healthOf(await serveHostile(), folder)
  expect(said.split('\n')).toEqual([
    'chart  /chart',
    '  found      vitals',
    '  found      framed',
    '  found      elsewhere',
    'gone  /gone: not reached: the server answered 404',
    'away  /away: not reached: it leads to another site: is a sign-in needed?',
    'targets: 3 found, 0 moved, 0 ambiguous, 0 missing; screens: 1 reached, 2 not',
  ])
  expect(code).toBe(1)
})
