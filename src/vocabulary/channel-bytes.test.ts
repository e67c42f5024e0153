import { describe, expect, test } from 'vitest'
import type { Channel, ChannelEnvelope } from './channel.ts'
import { openChannel, openPack, sealChannel, verifyChannel } from './channel-bytes.ts'
import { canonicalJsonBytes } from './pack-bytes.ts'
import { createKeyPair, fromBase64, sha256Hex, sign, toBase64 } from './signature.ts'

const now = new Date('2026-11-24T12:00:00Z')
const DAY_MS = 86_400_000
const days = (count: number) => new Date(now.getTime() + count * DAY_MS).toISOString()
const ours = await createKeyPair()
const theirs = await createKeyPair()

const channel: Channel = {
  format: 'handrail.channel/1',
  channel: 'pilot',
  version: 7,
  issuedAt: days(-1),
  expiresAt: days(20),
  packs: [],
}

const sealed = (more: Partial<Channel> = {}, key = ours) =>
  sealChannel({ ...channel, ...more }, key.secretKey)

async function signedText(text: string): Promise<ChannelEnvelope> {
  const bytes = new TextEncoder().encode(text)
  return {
    payload: toBase64(bytes),
    signature: await sign(bytes, ours.secretKey),
    key: ours.publicKey,
  }
}

async function reasonOf(envelope: unknown, atLeast = 0, name?: string): Promise<string> {
  const opened = await openChannel(envelope, [ours.publicKey], now, atLeast, name)
  return opened.ok ? 'ok' : opened.reason
}

test('a channel signed with a trusted key is opened', async () => {
  expect(await openChannel(await sealed(), [ours.publicKey], now, 7, 'pilot')).toEqual({
    ok: true,
    channel,
  })
})

describe('refused', () => {
  test('a forgery: other bytes under a good signature', async () => {
    const { payload } = await sealed({ version: 8 })
    expect(await reasonOf({ ...(await sealed()), payload })).toBe('signature')
  })

  test('a mix: the signature of another file of ours', async () => {
    const { signature } = await sealed({ version: 8 })
    expect(await reasonOf({ ...(await sealed()), signature })).toBe('signature')
  })

  test('a key that nobody here trusts, and a stranger’s signature under our key', async () => {
    const foreign = await sealed({}, theirs)
    expect(await reasonOf(foreign)).toBe('untrusted')
    expect(await reasonOf({ ...foreign, key: ours.publicKey })).toBe('signature')
  })

  test('everything, where no key is trusted', async () => {
    expect(await openChannel(await sealed(), [], now, 0)).toMatchObject({ reason: 'untrusted' })
  })

  test('a small-order key, even where somebody trusts it: it signs anything', async () => {
    const key = toBase64(Uint8Array.of(1, ...new Uint8Array(31)))
    const signature = toBase64(Uint8Array.of(1, ...new Uint8Array(63)))
    const envelope = { ...(await sealed()), key, signature }
    expect(await openChannel(envelope, [key], now, 0)).toMatchObject({ reason: 'signature' })
  })

  test('S + L: the same signature in a second spelling', async () => {
    const L = 2n ** 252n + 27742317777372353535851937790883648493n
    const envelope = await sealed()
    const bytes = fromBase64(envelope.signature)
    let s = bytes.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + L
    for (let at = 32; at < 64; at += 1, s /= 256n) bytes[at] = Number(s % 256n)
    expect(await reasonOf({ ...envelope, signature: toBase64(bytes) })).toBe('signature')
  })

  test('rollback: a version older than one that was seen', async () => {
    expect(await reasonOf(await sealed(), 8)).toBe('rollback')
  })

  test('freeze: a file that has ended', async () => {
    expect(await reasonOf(await sealed({ issuedAt: days(-30), expiresAt: days(0) }))).toBe(
      'expired',
    )
  })

  test('a file from the future, as on a computer whose clock is years behind', async () => {
    expect(await reasonOf(await sealed({ issuedAt: days(2) }))).toBe('future')
  })

  test('a file of another channel', async () => {
    expect(await reasonOf(await sealed(), 0, 'everybody')).toBe('wrong-channel')
  })

  test.each<[string, Partial<Channel>]>([
    ['version 2^53', { version: 2 ** 53 }],
    ['more than 30 days of life', { expiresAt: days(30) }],
    [
      'the same pack twice',
      { packs: [1, 2].map((version) => ({ id: 'a', version, sha256: '0'.repeat(64), bytes: 1 })) },
    ],
  ])('%s, though signed', async (_what, more) => {
    expect(await reasonOf(await sealed(more))).toBe('format')
  })

  test.each([
    ['a key that stands twice', JSON.stringify(channel).replace('{', '{"version":9,')],
    ['a prototype key', JSON.stringify(channel).replace('{', '{"__proto__":{},')],
    ['what is not JSON', 'hello'],
    ['a byte order mark', `\uFEFF${JSON.stringify(channel)}`],
  ])('%s, though signed', async (_what, text) => {
    expect(await reasonOf(await signedText(text))).toBe('format')
  })

  test.each([undefined, null, 'x', [], {}, { payload: '%', signature: '', key: '' }])(
    'what is no envelope: %j',
    async (envelope) => {
      expect(await reasonOf(envelope)).toBe('format')
    },
  )
})

test('who publishes can still read a channel that has ended', async () => {
  const ended = await sealed({ issuedAt: days(-30), expiresAt: days(-1) })
  expect(await verifyChannel(ended, [ours.publicKey])).toMatchObject({ ok: true })
})

describe('a pack of the channel', () => {
  const bytes = canonicalJsonBytes({
    format: 'handrail.pack/1',
    id: 'openmrs',
    version: 3,
    app: { id: 'openmrs', name: 'OpenMRS', sites: ['https://ehr.example.org/*'] },
    screens: [{ id: 'chart', title: 'Chart', when: { url: ['/chart'] } }],
  })
  const entryOf = async (more = {}) => ({
    id: 'openmrs',
    version: 3,
    sha256: await sha256Hex(bytes),
    bytes: bytes.length,
    ...more,
  })

  test('is read where its bytes are the ones named', async () => {
    expect(await openPack(bytes, await entryOf())).toMatchObject({ ok: true, pack: { version: 3 } })
  })

  test('is refused where one bit differs, or it is another pack or version than it should be', async () => {
    const changed = bytes.with(40, 0x20)
    expect(await openPack(changed, await entryOf())).toMatchObject({ ok: false })
    expect(await openPack(bytes, await entryOf({ version: 4 }))).toMatchObject({ ok: false })
    expect(await openPack(bytes, await entryOf({ id: 'other' }))).toMatchObject({ ok: false })
  })
})
