import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** An admin link is good for half a day, and once. */
export const LINK_LIFETIME_MS = 12 * 3_600_000
/** A session ends after half a day: a working shift. */
export const SESSION_LIFETIME_MS = 12 * 3_600_000

/** A pass for one command to a collector that runs. */
export const COMMAND_LIFETIME_MS = 60_000

type Purpose = 'link' | 'session' | 'command'

export interface Pass {
  nonce: string
  /** ms since 1970 */
  expiresAt: number
}

function mac(purpose: Purpose, head: string, adminKey: string): string {
  return createHmac('sha256', adminKey).update(`${purpose}.${head}`).digest('base64url')
}

/**
 * A pass that whoever holds the admin key can issue and check: `nonce.expiry.mac`. So `--link`
 * makes a link for a collector that already runs, and sessions outlive a restart.
 */
export function issuePass(purpose: Purpose, adminKey: string, expiresAt: number): string {
  const head = `${randomBytes(18).toString('base64url')}.${expiresAt}`
  return `${head}.${mac(purpose, head, adminKey)}`
}

/** What a Prometheus server shows to read `/metrics`; it comes of the admin key and opens nothing else. */
export function metricsTokenOf(adminKey: string): string {
  return createHmac('sha256', adminKey).update('metrics').digest('base64url')
}

/** Reads a pass; `undefined` where it is forged, for another purpose, or over at `now` (ms). */
export function readPass(
  purpose: Purpose,
  adminKey: string,
  text: string,
  now: number,
): Pass | undefined {
  const [, head = '', nonce = '', expiry = '', given = ''] =
    /^(([\w-]{24})\.(\d{1,16}))\.([\w-]{43})$/.exec(text) ?? []
  const expected = Buffer.from(mac(purpose, head, adminKey))
  const actual = Buffer.from(given)
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  const expiresAt = Number(expiry)
  return expiresAt > now ? { nonce, expiresAt } : undefined
}
