import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const READY = 'Ready. Ctrl-C stops everything.'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'handrail-start-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** What `npm start` runs, with what it says. Not npm itself: at Ctrl-C that ends as it likes. */
function npmStart(...args: string[]) {
  const script = join(ROOT, 'scripts/start.mjs')
  const child = spawn(process.execPath, [script, '--data', dataDir, ...args], {
    cwd: ROOT,
    // A process group of its own, as a terminal gives it one: Ctrl-C reaches all of it.
    detached: true,
  })
  let said = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      said += String(bytes)
      for (const hear of heard) hear()
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const interrupt = (signal: NodeJS.Signals) => {
    const isRunning = child.exitCode === null && child.signalCode === null
    if (child.pid !== undefined && isRunning) process.kill(-child.pid, signal)
  }
  onTestFinished(() => interrupt('SIGKILL'))
  return {
    said: () => said,
    ended,
    ctrlC: () => interrupt('SIGINT'),
    says: (words: string) =>
      new Promise<void>((resolve, reject) => {
        const hear = () => said.includes(words) && resolve()
        heard.add(hear)
        hear()
        void ended.then((code) => reject(new Error(`ended with ${code} before: ${words}\n${said}`)))
      }),
  }
}

const ports = ['--ehr-port', '0', '--collector-port', '0']

test('it comes up with a browser in it, answers, and stops cleanly; a second start builds nothing', async () => {
  const first = npmStart('--headless', ...ports)
  await first.says(READY)
  const [ehr = ''] = /http:\S+spa\S*/.exec(first.said()) ?? []
  const [dashboard = ''] = /http:\S+key=\S+/.exec(first.said()) ?? []
  expect((await fetch(ehr)).status).toBe(200)
  expect((await fetch(dashboard)).status).toBe(200)
  expect(first.said()).toContain('with Handrail in it')
  first.ctrlC()
  expect(await first.ended).toBe(0)
  expect(first.said()).not.toMatch(/\n\s+at /)
  await expect(fetch(ehr)).rejects.toThrow()

  const second = npmStart('--no-browser', ...ports)
  await second.says(READY)
  expect(second.said()).toContain('nothing has changed since the last build')
  expect(second.said()).toContain('Load unpacked')
  second.ctrlC()
  expect(await second.ended).toBe(0)
})

test('a busy port is named before anything is built, with the option that moves it', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const start = npmStart('--headless', '--ehr-port', String(port), '--collector-port', '0')
  expect(await start.ended).toBe(1)
  expect(start.said()).toContain(`Port ${port}, for the demo EHR, is in use`)
  expect(start.said()).toContain(`--ehr-port ${port + 1}`)
  expect(start.said()).not.toContain('1/4')
  expect(start.said()).not.toMatch(/\n\s+at /)
})

test('an option that there is not is named', async () => {
  const start = npmStart('--headles')
  expect(await start.ended).toBe(1)
  expect(start.said()).toContain('--headles')
  expect(start.said()).toContain('--help')
})
