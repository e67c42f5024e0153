import type { PackSource } from '../../vocabulary/pack.ts'
import { type createKeyPair, sha256Hex, sign, toBase64 } from '../../vocabulary/signature.ts'
import { NOON } from './tallies.ts'

/** A small pack's bytes and what a channel file says about them. */
export async function makePack(part: Partial<PackSource> = {}) {
  const source: PackSource = {
    format: 'handrail.pack/1',
    id: 'openmrs',
    version: 1,
    app: { id: 'openmrs', name: 'OpenMRS', sites: ['https://ehr.example.org/*'] },
    screens: [{ id: 'vitals', title: 'Vitals of a patient', when: { url: ['/vitals'] } }],
    ...part,
  }
  const text = JSON.stringify(source)
  const bytes = new TextEncoder().encode(text)
  const sha256 = await sha256Hex(bytes)
  return { text, listed: { id: source.id, version: source.version, sha256, bytes: bytes.length } }
}

type Keys = Awaited<ReturnType<typeof createKeyPair>>

/** A channel file signed with `keys`: good but for what `part` says. */
export async function makeEnvelope(keys: Keys, part: Record<string, unknown> = {}) {
  const channel = {
    format: 'handrail.channel/1',
    channel: 'main',
    version: 1,
    issuedAt: new Date(NOON).toISOString(),
    expiresAt: new Date(NOON + 7 * 86_400_000).toISOString(),
    packs: [],
    ...part,
  }
  const bytes = new TextEncoder().encode(JSON.stringify(channel))
  return {
    payload: toBase64(bytes),
    signature: await sign(bytes, keys.secretKey),
    key: keys.publicKey,
  }
}
