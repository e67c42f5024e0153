import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type CollectorOptions, startCollector } from './start.ts'
import { useTempFolder } from './testing/app.ts'
import { bodyOf, makeTally, NOON } from './testing/tallies.ts'

const tempFolder = useTempFolder()
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function start(options: CollectorOptions) {
  const started = await startCollector({ port: 0, now: () => NOON, ...options })
  if (!started.ok) throw new Error(started.message)
  const collector = started.value
  let isOver = false
  const stop = async () => {
    if (!isOver) await collector.stop()
    isOver = true
  }
  stops.push(stop)
  return { ...collector, stop }
}

type Running = Awaited<ReturnType<typeof start>>

async function open({ url }: Running, link: string): Promise<string> {
  const key = new URL(link).searchParams.get('key')
  const response = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function send({ url, ingestToken }: Running, count: number) {
  return fetch(`${url}/v1/logs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ingestToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(Array.from({ length: count }, () => makeTally()))),
  })
}

async function visits({ url }: Running, cookie: string): Promise<number> {
  const response = await fetch(`${url}/v1/summary`, { headers: { cookie } })
  return (await response.json()).totals.visits.count
}

test('what was counted, the tokens, sessions and spent links outlive a restart', async () => {
  const dataDir = tempFolder()
  const first = await start({ dataDir, demo: true })
  expect((await send(first, 12)).status).toBe(200)
  const cookie = await open(first, first.adminLink)
  const unused = first.createAdminLink()
  await first.stop()
  const second = await start({ dataDir, demo: true })
  expect(second.ingestToken).toBe(first.ingestToken)
  expect(await visits(second, cookie)).toBe(12)
  expect(await open(second, first.adminLink)).toBe('')
  expect(await open(second, unused)).not.toBe('')
  const mode = (await stat(join(dataDir, 'collector.json'))).mode & 0o777
  expect(mode).toBe(0o600)
}, 60_000)

test('a busy port is told with a way out, and the first collector goes on', async () => {
  const first = await start({})
  const port = Number(new URL(first.url).port)
  expect(await startCollector({ port })).toEqual({
    ok: false,
    message: `port ${port} is in use: stop the other program or choose --port`,
  })
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
}, 60_000)

test('a damaged secrets file is told and left as it is', async () => {
  const dataDir = tempFolder()
  const path = join(dataDir, 'collector.json')
  await writeFile(path, '{"ingestToken": "short"}')
  const result = await startCollector({ port: 0, dataDir })
  expect(result).toMatchObject({
    ok: false,
    message: expect.stringMatching(/ingestToken.*Mend it, or delete it/),
  })
  expect(await readFile(path, 'utf8')).toBe('{"ingestToken": "short"}')
})

test('a data folder that another process uses is left alone', async () => {
  const dataDir = tempFolder()
  await writeFile(join(dataDir, 'collector.pid'), String(process.ppid))
  const result = await startCollector({ port: 0, dataDir })
  expect(result).toMatchObject({
    ok: false,
    message: expect.stringMatching(/in use by process \d+: stop/),
  })
})

test('stopping finishes the requests under way', async () => {
  const collector = await start({})
  const sent = Array.from({ length: 5 }, () => send(collector, 200))
  await Promise.race(sent)
  const [answers] = await Promise.all([Promise.allSettled(sent), collector.stop()])
  const accepted = answers.filter((answer) => answer.status === 'fulfilled')
  expect(accepted.length).toBeGreaterThan(0)
  await expect(fetch(`${collector.url}/healthz`)).rejects.toThrow()
}, 60_000)
