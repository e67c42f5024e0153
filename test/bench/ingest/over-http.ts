import type { CollectorProcess } from '../../../src/collector/testing/collector-process.ts'
import { encodeBatch } from '../../../src/vocabulary/otlp.ts'
import { hourOf, type Tally } from '../../../src/vocabulary/tally.ts'

/** What a browser sends at most in one request. */
export const BATCH_MAX = 200
const CLIENTS = 64

/** Seconds until a collector has acknowledged all rows, sent in batches by several clients at once. */
export async function httpSeconds(
  collector: CollectorProcess,
  url: string,
  rows: readonly Tally[],
  batch = BATCH_MAX,
): Promise<number> {
  const bodies = Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) =>
    JSON.stringify(
      encodeBatch(rows.slice(index * batch, (index + 1) * batch), '0.0.0', hourOf(Date.now())),
    ),
  )
  const headers = {
    authorization: `Bearer ${collector.secrets().ingestToken}`,
    'content-type': 'application/json',
  }
  async function client(): Promise<void> {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const response = await fetch(`${url}/v1/logs`, { method: 'POST', headers, body })
      const answer = await response.text()
      if (answer !== '{}') throw new Error(`${response.status} ${answer}`)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (performance.now() - begun) / 1000
}
