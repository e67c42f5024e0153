import { beforeAll, expect, test } from 'vitest'
import { createKeyPair } from '../../vocabulary/signature.ts'
import { PUBLISH, useTestCollector } from '../testing/app.ts'
import { makeEnvelope, makePack } from '../testing/packs.ts'
import { NOON } from '../testing/tallies.ts'

const collector = useTestCollector()
let keys: Awaited<ReturnType<typeof createKeyPair>>
beforeAll(async () => {
  keys = await createKeyPair()
})

const headers = { ...PUBLISH, 'content-type': 'application/json' }
const app = () => collector.app({ trustedKeys: [keys.publicKey] })

function putPack({ text, listed }: Awaited<ReturnType<typeof makePack>>, hash = listed.sha256) {
  return app().inject({ method: 'PUT', url: `/v1/packs/${hash}`, headers, payload: text })
}

function putChannel(payload: object | string, query = '') {
  return app().inject({ method: 'PUT', url: `/v1/channels/main${query}`, headers, payload })
}

async function publish(version: number, packVersion: number, query = '') {
  const pack = await makePack({ version: packVersion })
  await putPack(pack)
  return putChannel(await makeEnvelope(keys, { version, packs: [pack.listed] }), query)
}

const get = (url: string, more = {}) => app().inject({ url, headers: more })

test('a pack is served to the byte, for ever', async () => {
  const pack = await makePack()
  expect((await putPack(pack)).statusCode).toBe(201)
  expect((await putPack(pack)).statusCode).toBe(200)
  const response = await get(`/v1/packs/${pack.listed.sha256}`)
  expect(response.body).toBe(pack.text)
  expect(response.headers['cache-control']).toContain('immutable')
})

test('a channel file is served as it was put, and not twice to who has it', async () => {
  const envelope = JSON.stringify(await makeEnvelope(keys), null, 1)
  expect((await putChannel(envelope)).json()).toEqual({ channel: 'main', version: 1 })
  const response = await get('/v1/channels/main')
  expect(response.body).toBe(envelope)
  const again = await get('/v1/channels/main', { 'if-none-match': response.headers.etag })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('what is not there is a 404', async () => {
  expect((await get('/v1/channels/main')).statusCode).toBe(404)
  expect((await get(`/v1/packs/${'0'.repeat(64)}`)).statusCode).toBe(404)
})

test.each(['/v1/channels/main', `/v1/packs/${'0'.repeat(64)}`])(
  'without the publish token nothing is put at %s',
  async (url) => {
    for (const authorization of ['', 'Bearer ingest-token-of-the-tests']) {
      const own = { 'content-type': 'application/json', authorization }
      const response = await app().inject({ method: 'PUT', url, headers: own, payload: '{}' })
      expect(response.statusCode).toBe(401)
    }
  },
)

test.each([
  ['bytes that are not of the hash', 'hash-mismatch', {}, '0'.repeat(64)],
  ['an id that is not kebab-case', 'bad-pack', { id: 'No Kebab' }, undefined],
])('a pack with %s is refused', async (_name, error, part, hash) => {
  const response = await putPack(await makePack(part), hash)
  expect([response.statusCode, response.json().error]).toEqual([422, error])
})

test('a pack of more than 2 MiB is refused', async () => {
  const pack = await makePack()
  const response = await putPack({ ...pack, text: pack.text + ' '.repeat(2 * 1024 * 1024) })
  expect(response.statusCode).toBe(413)
})

test('a channel file of a key that is not trusted is refused', async () => {
  const response = await putChannel(await makeEnvelope(await createKeyPair()))
  expect([response.statusCode, response.json().error]).toEqual([403, 'untrusted-key'])
})

test('a channel file with another one’s signature is refused', async () => {
  const [one, other] = [await makeEnvelope(keys), await makeEnvelope(keys, { version: 2 })]
  const response = await putChannel({ ...one, signature: other.signature })
  expect([response.statusCode, response.json().error]).toEqual([403, 'bad-signature'])
})

test.each([
  ['no envelope', '{"payload":"x"}', 422, 'bad-channel'],
  ['no JSON', '{', 422, 'bad-channel'],
])('%s is refused', async (_name, body, status, error) => {
  const response = await putChannel(body)
  expect([response.statusCode, response.json().error]).toEqual([status, error])
})

test.each([
  ['for another channel', { channel: 'pilot' }, 'other-channel'],
  ['of another format', { format: 'handrail.channel/9' }, 'bad-channel'],
  ['with a version of 2^53', { version: 2 ** 53 }, 'bad-channel'],
  [
    'that has expired',
    {
      issuedAt: new Date(NOON - 9 * 86_400_000).toISOString(),
      expiresAt: new Date(NOON).toISOString(),
    },
    'expired',
  ],
  [
    'that lists a pack which is not here',
    { packs: [{ id: 'openmrs', version: 1, sha256: '1'.repeat(64), bytes: 9 }] },
    'pack-missing',
  ],
])('a signed channel file %s is refused', async (_name, part, error) => {
  const response = await putChannel(await makeEnvelope(keys, part))
  expect([response.statusCode, response.json().error]).toEqual([422, error])
})

test.each([{ id: 'other' }, { version: 2 }, { bytes: 7 }])(
  'a list that says %j of another pack is refused',
  async (part) => {
    const pack = await makePack()
    await putPack(pack)
    const packs = [{ ...pack.listed, ...part }]
    const response = await putChannel(await makeEnvelope(keys, { packs }))
    expect([response.statusCode, response.json().error]).toEqual([422, 'pack-differs'])
  },
)

test('versions only rise, and an older pack needs a roll-back', async () => {
  expect((await publish(5, 3)).statusCode).toBe(200)
  for (const version of [4, 5]) expect((await publish(version, 3)).statusCode).toBe(409)
  const older = await publish(6, 2)
  expect([older.statusCode, older.json().error]).toEqual([409, 'old-pack'])
  expect((await publish(5, 2, '?rollback=1')).statusCode).toBe(409)
  expect((await publish(6, 2, '?rollback=1')).statusCode).toBe(200)
})
