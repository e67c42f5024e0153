import { expect, test } from 'vitest'
import { openChannel, openPack, sealChannel, verifyChannel } from '../vocabulary/channel-bytes.ts'
import { createKeyPair } from '../vocabulary/signature.ts'
import { type PublishOptions, publishPack } from './publish-pack.ts'
import { createTestCollector } from './testing/collector.ts'
import { createTestWorld, SMALL_PACK } from './testing/world.ts'

const ours = await createKeyPair()
const theirs = await createKeyPair()

function setUp() {
  const { world, write, time } = createTestWorld(SMALL_PACK)
  const collector = createTestCollector()
  const publish = (more: Partial<PublishOptions> = {}) =>
    publishPack(
      {
        folder: 'pack',
        collectorUrl: 'http://localhost:4319/',
        channel: 'pilot',
        secretKey: ours.secretKey,
        token: collector.token,
        ...more,
      },
      { ...world, fetch: collector.fetch },
    )
  const edit = (from: string, to: string) => {
    const file = from.startsWith('version') ? 'pack/pack.yaml' : 'pack/screens.yaml'
    write(file, (SMALL_PACK[file] ?? '').replace(from, to))
  }
  const onChannel = async (key = ours.publicKey) => {
    const opened = await openChannel(
      JSON.parse(collector.channels.get('pilot') ?? 'null'),
      [key],
      time.now,
      0,
      'pilot',
    )
    if (!opened.ok) throw new Error(opened.message)
    return opened.channel
  }
  return { publish, edit, collector, onChannel, time }
}

test('the first publication makes the channel, whose pack is what was written', async () => {
  const { publish, collector, onChannel } = setUp()
  expect(await publish()).toMatchObject({
    ok: true,
    value: { pack: 'ward', version: 3, channelVersion: 1, outcome: 'published', warnings: [] },
  })
  const [entry] = (await onChannel()).packs
  if (entry === undefined) throw new Error('nothing is on the channel')
  const bytes = collector.packs.get(entry.sha256) ?? new Uint8Array()
  expect(await openPack(bytes, entry)).toMatchObject({ ok: true, pack: { id: 'ward', version: 3 } })
})

test('the pack is there before a channel names it', async () => {
  const { publish, collector } = setUp()
  await publish()
  expect(collector.requests.map((line) => line.replace(/[0-9a-f]{64}/, '…'))).toEqual([
    'GET /v1/channels/pilot',
    'PUT /v1/packs/…',
    'PUT /v1/channels/pilot',
  ])
})

test('other packs of the channel stay on it', async () => {
  const { publish, collector, onChannel, time } = setUp()
  const other = { id: 'lab', version: 9, sha256: 'a'.repeat(64), bytes: 10 }
  const channel = {
    format: 'handrail.channel/1' as const,
    channel: 'pilot',
    version: 41,
    issuedAt: time.now.toISOString(),
    expiresAt: new Date(time.now.getTime() + 1000).toISOString(),
    packs: [other],
  }
  collector.channels.set('pilot', JSON.stringify(await sealChannel(channel, ours.secretKey)))
  await publish()
  expect(await onChannel()).toMatchObject({ version: 42, packs: [other, { id: 'ward' }] })
})

test('a changed pack needs a new version, or --bump', async () => {
  const { publish, edit, onChannel } = setUp()
  await publish()
  edit('title: Chart', 'title: Patient chart')
  expect(await publish()).toMatchObject({
    message: expect.stringMatching(/version 3 of 'ward' is on.*raise 'version'.*--bump/),
  })
  expect(await publish({ bump: true })).toMatchObject({
    value: { version: 4, outcome: 'published' },
  })
  expect(await publish({ bump: true })).toMatchObject({ value: { version: 4, outcome: 'renewed' } })
  edit('version: 3', 'version: 7')
  expect(await publish()).toMatchObject({ value: { version: 7 } })
  edit('version: 3', 'version: 5')
  expect(await publish()).toMatchObject({ ok: false })
  expect((await onChannel()).packs).toMatchObject([{ version: 7 }])
})

test('the same pack again renews the channel, even one that has ended', async () => {
  const { publish, time, onChannel } = setUp()
  await publish()
  time.now = new Date('2027-03-01T00:00:00Z')
  expect(await publish()).toMatchObject({
    value: { outcome: 'renewed', channelVersion: 2, expiresAt: '2027-03-31T00:00:00.000Z' },
  })
  expect(await onChannel()).toMatchObject({ version: 2 })
})

test('a channel that a stranger has signed is left alone, unless the key is trusted', async () => {
  const { publish, collector, onChannel } = setUp()
  await publish({ secretKey: theirs.secretKey })
  const before = collector.channels.get('pilot')
  expect(await publish()).toMatchObject({ message: expect.stringContaining('--trust') })
  expect(collector.channels.get('pilot')).toBe(before)
  expect(await publish({ trustedKeys: [theirs.publicKey] })).toMatchObject({ ok: true })
  expect(await onChannel()).toMatchObject({ version: 2 })
})

test('a channel file that was tampered with, or is another channel’s, is not built upon', async () => {
  const { publish, collector } = setUp()
  await publish({ channel: 'everybody' })
  const foreign = collector.channels.get('everybody') ?? ''
  collector.channels.set('pilot', foreign)
  expect(await publish()).toMatchObject({
    message: expect.stringContaining("belongs to 'everybody'"),
  })
  collector.channels.set('pilot', foreign.replace(/"payload":"..../, '"payload":"AAAA'))
  expect(await publish()).toMatchObject({
    message: expect.stringContaining('changed after signing'),
  })
})

test('lint errors keep a pack back: nothing is sent', async () => {
  const { publish, edit, collector } = setUp()
  edit('title: Chart', 'titel: Chart')
  expect(await publish()).toMatchObject({ message: expect.stringContaining('screens.yaml:1') })
  expect(collector.requests).toEqual([])
})

const json = (status: number, message: string) => () =>
  Response.json({ error: 'x', message }, { status })
test.each<[string, string, () => Response | Promise<Response>, string]>([
  [
    'a key that the collector does not know',
    'PUT /v1/channels',
    json(403, 'Start it with --trust'),
    'Start it with --trust',
  ],
  ['a wrong token', 'PUT /v1/packs', json(401, 'no'), 'refused the token'],
  [
    'a publication at the same time',
    'PUT /v1/channels',
    json(409, 'no'),
    'at the same time: run it again',
  ],
  ['a refusal', 'PUT /v1/packs', json(413, 'too \u001b[31mlarge'), 'answered 413: too  [31mlarge'],
  [
    'a fault',
    'PUT /v1/packs',
    () => new Response('oops', { status: 500 }),
    'answered 500: it gave no reason',
  ],
  ['a web page', 'GET', () => new Response('<html>'), 'does not answer in JSON'],
  ['something else in JSON', 'GET', () => Response.json([1]), 'is not a channel file'],
  ['an endless answer', 'GET', () => new Response('x'.repeat(1_000_000)), 'answers with too much'],
  ['no answer', 'GET', () => Promise.reject(new TypeError('fetch failed')), "can't be reached"],
  [
    'a late answer',
    'GET',
    () => Promise.reject(new DOMException('late', 'TimeoutError')),
    'did not answer within 30',
  ],
])('%s is one clear line', async (_what, request, respond, message) => {
  const { publish, collector } = setUp()
  collector.instead.set(request, respond)
  const published = await publish()
  expect(published).toEqual({ ok: false, message: expect.stringContaining(message) })
  expect(collector.channels.size).toBe(0)
})

test.each([
  ['collectorUrl', 'http://collector.example.org', 'https'],
  ['collectorUrl', 'localhost:4319', 'https'],
  ['channel', '../x', 'kebab-case'],
  ['token', 'a b', 'visible characters'],
])('a bad %s is refused before anything is sent: %s', async (key, value, message) => {
  const { publish, collector } = setUp()
  expect(await publish({ [key]: value })).toMatchObject({
    message: expect.stringContaining(message),
  })
  expect(collector.requests).toEqual([])
})

test('what is published stands at the new signature alone', async () => {
  const { publish, collector } = setUp()
  await publish()
  const envelope = JSON.parse(collector.channels.get('pilot') ?? '')
  expect(await verifyChannel(envelope, [theirs.publicKey])).toMatchObject({ reason: 'untrusted' })
})
