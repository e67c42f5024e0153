import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readPackBytes } from '../vocabulary/pack-bytes.ts'
import { nodeEnvironment } from './node-environment.ts'
import { runHandrail } from './run.ts'
import { createTestCollector } from './testing/collector.ts'
import { createTestWorld, SMALL_PACK } from './testing/world.ts'

function setUp(files: Record<string, string> = SMALL_PACK) {
  const collector = createTestCollector()
  const { world, ...rest } = createTestWorld(files)
  const everything = {
    ...world,
    fetch: collector.fetch,
    variables: { HANDRAIL_PUBLISH_TOKEN: collector.token },
  }
  const run = (line: string) => runHandrail(line.split(' ').filter(Boolean), everything)
  return { run, collector, ...rest }
}
const CHANNEL = '--collector http://localhost:4319 --channel pilot'

test('keygen, publish, status: a pack goes on a channel', async () => {
  const { run, said, complaints, secrets } = setUp()
  expect(await run('keygen --out it.key')).toBe(0)
  const [publicKey] = said
  expect(secrets.has('it.key')).toBe(true)
  expect(await run(`publish pack ${CHANNEL} --key it.key`)).toBe(0)
  expect(said.at(-1)).toBe('ward 3: published: pilot 1, holds until 2026-12-24')
  expect(await run(`status ${CHANNEL} --trust ${publicKey}`)).toBe(0)
  expect(said.slice(-4)).toEqual([
    'pilot 1, issued 2026-11-24T12:00Z',
    `signed by ${publicKey}, trusted`,
    expect.stringMatching(/^ {2}ward 3, \d+ bytes$/),
    'holds until 2026-12-24: 30 days',
  ])
  expect(complaints.filter((line) => line.startsWith('error'))).toEqual([])
})

test('the secret key is shown nowhere', async () => {
  const { run, said, complaints, files } = setUp()
  await run('keygen --out it.key')
  const secret = new TextDecoder().decode(files.get('it.key')).trim()
  expect(secret).toHaveLength(44)
  await run(`publish pack ${CHANNEL} --key it.key`)
  expect([...said, ...complaints].join('\n')).not.toContain(secret)
})

test('build writes what the extension reads', async () => {
  const { run, files } = setUp()
  expect(await run('build pack --out ward.json')).toBe(0)
  expect(readPackBytes(files.get('ward.json') ?? new Uint8Array())).toMatchObject({ ok: true })
})

test('lint lets warnings pass, unless it is strict', async () => {
  const old =
    SMALL_PACK['pack/walkthroughs/record-vitals.yaml']?.replace('2027-05-01', '2026-01-01') ?? ''
  const { run, complaints, said } = setUp({
    ...SMALL_PACK,
    'pack/walkthroughs/record-vitals.yaml': old,
  })
  expect(await run('lint pack')).toBe(0)
  expect(complaints).toEqual([
    expect.stringContaining('warning pack/walkthroughs/record-vitals.yaml:6: '),
  ])
  expect(said).toContain('ward 3: 2 screens, 1 targets, 1 walkthroughs')
  expect(await run('lint pack --strict')).toBe(1)
})

test.each([
  ['lint nowhere', 'nowhere: can'],
  ['lint', 'Missing required positional argument: DIR'],
  ['lint pack --stict', "there is no option '--stict'"],
  ['lint pack -x', "there is no option '-x'"],
  ['keygen --out', "'--out' needs a value"],
  [`publish pack --key --bump ${CHANNEL}`, "'--key' needs a value"],
  ['frobnicate', "there is no command 'frobnicate'"],
  ['toString', "there is no command 'toString'"],
  ['build nowhere --out x', 'nowhere: can'],
  ['keygen', 'Missing required argument: --out'],
  ['keygen --out pack/pack.yaml', 'is there already, and is not overwritten'],
  [`publish pack ${CHANNEL}`, 'Missing required argument: --key'],
  [`publish pack ${CHANNEL} --key none.key`, 'none.key: the key can'],
  [`publish pack ${CHANNEL} --key pack/pack.yaml`, 'holds no secret key'],
  [`publish pack ${CHANNEL} --key x --trust abc`, '--trust takes public keys'],
  [`status ${CHANNEL}`, "there is no channel 'pilot' yet"],
  ['status --collector http://far.example.org --channel pilot', "the collector's address must be"],
])('%s fails with one clear line', async (line, message) => {
  const { run, complaints } = setUp()
  expect(await run(line)).toBe(1)
  expect(complaints.join('\n')).toContain(message)
  expect(complaints.join('\n')).not.toMatch(/\n\s+at /)
})

test('a value may begin with a hyphen, as a token can', async () => {
  const { run, complaints } = setUp()
  await run('keygen --out it.key')
  expect(await run(`publish pack ${CHANNEL} --key it.key --token -not-the-token`)).toBe(1)
  expect(complaints.at(-1)).toContain('the collector refused the token')
})

test('publishing without a token says where to give one', async () => {
  const { world, complaints } = createTestWorld(SMALL_PACK)
  expect(await runHandrail(['publish', 'pack', ...CHANNEL.split(' '), '--key', 'x'], world)).toBe(1)
  expect(complaints).toEqual([expect.stringContaining('HANDRAIL_PUBLISH_TOKEN')])
})

test('a channel that has ended is a failure that says how to renew it', async () => {
  const { run, complaints, time } = setUp()
  await run('keygen --out it.key')
  await run(`publish pack ${CHANNEL} --key it.key`)
  time.now = new Date('2027-06-01T00:00:00Z')
  expect(await run(`status ${CHANNEL}`)).toBe(1)
  expect(complaints.at(-1)).toBe('error it ended on 2026-12-24: publish again to renew it')
})

test('help names every command and option', async () => {
  const { run, said } = setUp()
  expect(await run('--help')).toBe(0)
  expect(await run('publish --help')).toBe(0)
  for (const word of ['lint', 'build', 'keygen', 'status', '--bump', '--trust', '--token'])
    expect(said.join('\n')).toContain(word)
})

test('a secret key file is for its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'it.key')
  const world = { ...nodeEnvironment(), log: () => {}, logError: () => {} }
  expect(await runHandrail(['keygen', '--out', file], world)).toBe(0)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})
