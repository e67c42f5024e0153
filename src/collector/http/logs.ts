import type { FastifyInstance } from 'fastify'
import { decodeBatch } from '../../vocabulary/otlp.ts'
import { hourOf } from '../../vocabulary/tally.ts'
import type { Store } from '../store/store.ts'
import { decompress } from './inflate.ts'
import { problem, refuse } from './problem.ts'
import { bytesOf, parseJson, takeRawJson } from './raw-body.ts'
import { splitByTime } from './record-time.ts'
import { createBearerCheck } from './token.ts'

/** The largest batch, in bytes, both as sent and unpacked. */
export const BATCH_BYTES_MAX = 1024 * 1024

interface LogsOptions {
  store: Pick<Store, 'addTallies'>
  ingestTokens: readonly string[]
  now: () => number
}

/** What OTLP answers: nothing to say, or how many records were refused and why (each once). */
function exportResponse(faults: readonly string[]) {
  if (faults.length === 0) return {}
  return {
    partialSuccess: {
      // Protobuf's JSON writes 64-bit numbers as text.
      rejectedLogRecords: String(faults.length),
      errorMessage: [...new Set(faults)].join('; '),
    },
  }
}

/** `POST /v1/logs`: OTLP/HTTP JSON, acknowledged only after the durable write. */
export async function addLogsRoute(scope: FastifyInstance, options: LogsOptions): Promise<void> {
  const { store, ingestTokens, now } = options
  const isKnown = createBearerCheck(ingestTokens)
  takeRawJson(scope, BATCH_BYTES_MAX)
  // Before the body: a stranger can't make the collector read a megabyte.
  scope.addHook('onRequest', async (request, reply) => {
    if (isKnown(request.headers.authorization)) return
    reply.header('www-authenticate', 'Bearer')
    return refuse(
      reply,
      problem(
        401,
        'wrong-token',
        'The ingest token is missing or not known here. Set the collector token of the extension to the one in the collector’s collector.json.',
      ),
    )
  })
  scope.post('/v1/logs', async (request, reply) => {
    const unpacked = await decompress(
      bytesOf(request.body),
      request.headers['content-encoding'],
      BATCH_BYTES_MAX,
    )
    if ('problem' in unpacked) return refuse(reply, unpacked.problem)
    const batch = decodeBatch(parseJson(unpacked.bytes))
    if (batch === undefined)
      return refuse(
        reply,
        problem(400, 'not-otlp', 'The body is no OTLP logs export request in JSON.'),
      )
    const receivedAt = now()
    const { timely, faults } = splitByTime(batch.tallies, hourOf(receivedAt))
    await store.addTallies(timely, receivedAt)
    return exportResponse([...batch.faults, ...faults])
  })
}
