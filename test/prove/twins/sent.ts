import { gunzipSync } from 'node:zlib'

const UID = /("key":"log\.record\.uid","value":\{"stringValue":")[0-9a-f-]{36}(?=")/g

interface Batch {
  resourceLogs: { scopeLogs: { logRecords: unknown[] }[] }[]
}

/**
 * Requests' bodies as they would be for anybody: every uid, which is random, struck out, and the records, which
 * the queue keeps by their uids, in an order of their own.
 */
export function withoutUids(bodies: readonly string[]): string {
  return bodies.map(inOrder).toSorted().join('\n')
}

function inOrder(body: string): string {
  const batch: Batch = JSON.parse(body.replace(UID, '$1-'))
  for (const { scopeLogs } of batch.resourceLogs)
    for (const scope of scopeLogs)
      scope.logRecords = scope.logRecords
        .map((record) => JSON.stringify(record))
        .toSorted()
        .map((record) => JSON.parse(record))
  return JSON.stringify(batch)
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
