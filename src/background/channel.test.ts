import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { overlaySchema } from '../vocabulary/overlay.ts'
import { sha256Hex } from '../vocabulary/signature.ts'
import { createChannel } from './channel.ts'
import { channelAddress, createChannelFetch } from './channel-fetch.ts'
import { createChannelStore } from './channel-store.ts'
import { CHANNEL_URL, createChannelServer } from './testing/channel-server.ts'
import { createFakeArea } from './testing/fake-area.ts'
import { samplePack } from './testing/sample-pack.ts'

const START = Date.UTC(2026, 10, 24, 14)
const DAY_MS = 86_400_000

async function setUp() {
  let time = START
  const now = () => time
  const server = await createChannelServer(now)
  const local = createFakeArea()
  const start = () =>
    createChannel({
      store: createChannelStore(local),
      fetchChannel: createChannelFetch({ fetch: server.fetch, now }),
      now,
      report: () => undefined,
    })
  const source = { channelUrl: CHANNEL_URL, trustedKeys: [server.publicKey], roles: [] }
  const versions = async (channel = start()) =>
    (await channel.packs(source)).map(({ version }) => version)
  const pass = (ms: number) => {
    time += ms
  }
  return { server, local, start, source, versions, pass }
}

describe('following a channel', () => {
  it('takes what is signed, and keeps it over a restart', async () => {
    const { server, start, source, versions } = await setUp()
    await server.publish(samplePack(4), 1)
    expect(await start().poll(source)).toBe(true)
    expect(await versions()).toEqual([4])
    expect(await start().status(source)).toMatchObject({ state: 'ok', version: 1 })
  })

  it('tells a new version from the one it has, and fetches no pack twice', async () => {
    const { server, start, source } = await setUp()
    const channel = start()
    await server.publish(samplePack(1), 1)
    await channel.poll(source)
    expect(await channel.poll(source)).toBe(false)
    expect(server.asked.filter((url) => url.includes('/packs/'))).toHaveLength(1)
    await server.publish(samplePack(2), 2)
    expect(await channel.poll(source)).toBe(true)
  })

  it('takes a pack back that a newer channel version takes back', async () => {
    const { server, start, source, versions } = await setUp()
    const channel = start()
    await server.publish(samplePack(2), 1)
    await channel.poll(source)
    await server.publish(samplePack(1), 2)
    await channel.poll(source)
    expect(await versions(channel)).toEqual([1])
  })
})

describe('what is not as it should be leaves the last good set in force', () => {
  type SetUp = Awaited<ReturnType<typeof setUp>>
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
  const cases: [string, string, (s: SetUp) => Promise<void>][] = [
    ['an unreachable server', 'unreachable', async ({ server }) => server.setUp(false)],
    ['an older version', 'refused', ({ server }) => server.publish(samplePack(9), 2)],
    [
      'one that has ended',
      'refused',
      ({ server }) =>
        server.publish(samplePack(9), 6, {
          issuedAt: new Date(START - 2 * DAY_MS).toISOString(),
          expiresAt: new Date(START - DAY_MS).toISOString(),
        }),
    ],
    [
      'another channel',
      'refused',
      ({ server }) => server.publish(samplePack(9), 6, { channel: 'pilot' }),
    ],
    [
      'a changed payload',
      'refused',
      async ({ server }) => {
        await server.publish(samplePack(9), 6)
        const envelope = JSON.parse(text(server.files.get(CHANNEL_URL)))
        envelope.payload = `AAAA${envelope.payload.slice(4)}`
        server.files.set(CHANNEL_URL, new TextEncoder().encode(JSON.stringify(envelope)))
      },
    ],
    [
      'a changed pack',
      'refused',
      async ({ server }) => {
        await server.publish(samplePack(9), 6)
        for (const [url, bytes] of server.files)
          if (url.includes('/packs/'))
            server.files.set(url, new TextEncoder().encode(text(bytes).replace('"EHR"', '"EHS"')))
      },
    ],
    [
      'a pack that is not there',
      'unreachable',
      async ({ server }) => {
        await server.publish(samplePack(9), 6)
        for (const url of server.files.keys()) if (url.includes('/packs/')) server.files.delete(url)
      },
    ],
    [
      'a page instead of a channel',
      'refused',
      async ({ server }) => void server.files.set(CHANNEL_URL, new TextEncoder().encode('<html>')),
    ],
  ]

  it.each(cases)('%s', async (_what, state, spoil) => {
    const all = await setUp()
    const { server, start, source, versions } = all
    const channel = start()
    await server.publish(samplePack(3), 5)
    await channel.poll(source)
    await spoil(all)
    expect(await channel.poll(source)).toBe(false)
    expect(await versions(channel)).toEqual([3])
    const status = await channel.status(source)
    expect(status).toMatchObject({ state, version: 5 })
    expect(status.message).toMatch(/^The (channel|pack) .*\.$/)
  })
})

describe('where nothing can be kept, as on a full disk', () => {
  it('a newer version is in force nevertheless: it may take a pack back', async () => {
    const { server, local, start, source, versions } = await setUp()
    const channel = start()
    await server.publish(samplePack(2), 1)
    await channel.poll(source)
    local.set = () => Promise.reject(new Error('QuotaExceeded'))
    await server.publish(samplePack(1), 2)
    expect(await channel.poll(source)).toBe(true)
    expect(await versions(channel)).toEqual([1])
    expect(await channel.poll(source)).toBe(false)
  })

  it('it is kept as soon as there is room', async () => {
    const { server, local, start, source, versions } = await setUp()
    const { set } = local
    const channel = start()
    local.set = () => Promise.reject(new Error('QuotaExceeded'))
    await server.publish(samplePack(1), 2)
    await channel.poll(source)
    expect(await versions()).toEqual([])
    local.set = set
    expect(await channel.poll(source)).toBe(false)
    expect(await versions()).toEqual([1])
  })
})

describe('a set whose date has passed', () => {
  it('is not in force, says so once, and is still what nothing older may follow', async () => {
    const { server, start, source, versions, pass } = await setUp()
    const channel = start()
    await server.publish(samplePack(3), 5)
    await channel.poll(source)
    server.setUp(false)
    pass(31 * DAY_MS)
    expect(await versions(channel)).toEqual([])
    expect([await channel.poll(source), await channel.poll(source)]).toEqual([true, false])
    server.setUp(true)
    await server.publish(samplePack(2), 4)
    await channel.poll(source)
    expect(await versions(channel)).toEqual([])
    await server.publish(samplePack(4), 6)
    expect(await channel.poll(source)).toBe(true)
    expect(await versions(channel)).toEqual([4])
  })
})

describe('a set that the settings no longer ask for', () => {
  it('is not in force when its key is no longer trusted', async () => {
    const { server, start, source } = await setUp()
    const channel = start()
    await server.publish(samplePack(1), 1)
    await channel.poll(source)
    expect(await channel.packs({ ...source, trustedKeys: [] })).toEqual([])
  })

  it('is removed when no channel is set', async () => {
    const { server, start, source, versions } = await setUp()
    await server.publish(samplePack(1), 1)
    await start().poll(source)
    expect(await start().poll({ trustedKeys: source.trustedKeys })).toBe(true)
    expect(await versions()).toEqual([])
  })
})

describe('the address of packs', () => {
  it('lies beside the channels', () => {
    expect(channelAddress('https://c.example.org/handrail/v1/channels/pilot-ward')).toEqual({
      name: 'pilot-ward',
      packs: 'https://c.example.org/handrail/v1/packs/',
    })
    expect(channelAddress('https://c.example.org/pilot')).toBeUndefined()
  })
})

describe('an overlay on the channel', () => {
  const key = (step: string) => `walkthroughs.record-vitals.steps.${step}.text`
  const overlay = v.parse(overlaySchema, {
    ...{ format: 'handrail.overlay/1', id: 'icu', version: 1, extends: 'clinic' },
    audience: { departments: ['icu'] },
    texts: { en: { [key('press-save')]: 'Press, and sign', [key('gone')]: 'x' } },
  })
  const entryOf = async (pack: { id: string; version: number }) => {
    const bytes = new TextEncoder().encode(JSON.stringify(pack))
    const { id, version } = pack
    return { id, version, sha256: await sha256Hex(bytes), bytes: bytes.length }
  }

  it('is laid over its pack for its department; what no longer fits is told of, and breaks nothing', async () => {
    const { server, start, source } = await setUp()
    const base = samplePack(1)
    await server.publish(overlay, 1)
    await server.publish(base, 2, { packs: [await entryOf(overlay), await entryOf(base)] })
    const channel = start()
    await channel.poll(source)
    const firstIn = async (department: string) =>
      (await channel.packs({ ...source, department })).map(
        ({ walkthroughs }) => walkthroughs[0]?.steps[0],
      )
    expect([await firstIn('icu'), await firstIn('er')]).toMatchObject([
      [{ text: 'Press, and sign' }],
      [{ text: 'Press' }],
    ])
    const leftOut = async (department: string) =>
      (await channel.status({ ...source, department })).leftOut
    expect(await leftOut('icu')).toEqual([expect.stringContaining(key('gone'))])
    expect(await leftOut('er')).toBeUndefined()
  })
})
