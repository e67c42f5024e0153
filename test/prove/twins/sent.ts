import { gunzipSync } from 'node:zlib'

const UID = /("key":"log\.record\.uid","value":\{"stringValue":")[0-9a-f-]{36}(?=")/g

/** A request's body as it would be for anybody: every uid, which is random, struck out. */
export function withoutUids(body: string): string {
  return body.replace(UID, '$1-')
}

/** A body as text, whether it came packed or not. */
export function unpacked(bytes: Uint8Array): string {
  return String(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes))
}

/** Where two texts part, with what stands there; nothing where they are the same. */
export function difference(one: string, other: string): string | undefined {
  if (one === other) return undefined
  let at = 0
  while (one[at] === other[at]) at += 1
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 120)
  return `at ${at}: “${near(one)}” and “${near(other)}”`
}
