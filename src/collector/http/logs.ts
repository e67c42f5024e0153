import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../vocabulary/note.ts'
import { type DecodedBatch, decodeBatch } from '../../vocabulary/otlp.ts'
import { hourOf } from '../../vocabulary/tally.ts'
import type { Store } from '../store/store.ts'
import { decompress } from './inflate.ts'
import type { IngestSites } from './ingest-sites.ts'
import type { Metrics } from './metrics.ts'
import { PROTOBUF_TYPE, readProtobuf, writeProtobuf } from './otlp-protobuf.ts'
import { type Problem, problem, refuse } from './problem.ts'
import type { Quota } from './quota.ts'
import { bytesOf, parseJson, takeRawBody } from './raw-body.ts'
import { splitByTime, splitNotesByTime } from './record-time.ts'

/** The largest batch, in bytes, both as sent and unpacked. */
export const BATCH_BYTES_MAX = 1024 * 1024
/** Records that may wait for the database at once; beyond, a client is better off waiting itself. */
const BACKLOG_MAX = 100_000
/** Seconds after which a client that was turned away for the backlog may come again. */
const BACKLOG_RETRY_S = 10

interface LogsOptions {
  store: Pick<Store, 'addTallies' | 'addNotes'>
  sites: Pick<IngestSites, 'siteOf'>
  quota: Quota
  metrics: Metrics
  now: () => number
  /** Records that may wait for the database at once. */
  backlogMax?: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The site whose token a batch came with. */
    site: string
  }
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

function isProtobuf({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === PROTOBUF_TYPE
}

/** The batch in a body, or why there is none. */
async function readBatch(request: FastifyRequest): Promise<DecodedBatch | { problem: Problem }> {
  const unpacked = await decompress(
    bytesOf(request.body),
    request.headers['content-encoding'],
    BATCH_BYTES_MAX,
  )
  if ('problem' in unpacked) return unpacked
  const isBinary = isProtobuf(request)
  const body = isBinary ? readProtobuf(unpacked.bytes) : parseJson(unpacked.bytes)
  const form = isBinary ? 'protobuf' : 'JSON'
  return (
    decodeBatch(body) ?? {
      problem: problem(400, 'not-otlp', `The body is no OTLP logs export request in ${form}.`),
    }
  )
}

/** `POST /v1/logs`: OTLP/HTTP, JSON or protobuf, acknowledged only after the durable write. */
export async function addLogsRoute(scope: FastifyInstance, options: LogsOptions): Promise<void> {
  const { store, sites, quota, metrics, now, backlogMax = BACKLOG_MAX } = options
  let backlog = 0
  takeRawBody(scope, BATCH_BYTES_MAX, ['application/json', PROTOBUF_TYPE])
  scope.decorateRequest('site', '')

  function turnAway(reply: FastifyReply, seconds: number, refusal: Problem) {
    reply.header('retry-after', String(seconds))
    return refuse(reply, refusal)
  }

  // Before the body: a stranger can't make the collector read a megabyte.
  scope.addHook('onRequest', async (request, reply) => {
    const site = await sites.siteOf(request.headers.authorization)
    if (site === undefined) {
      reply.header('www-authenticate', 'Bearer')
      return refuse(
        reply,
        problem(
          401,
          'wrong-token',
          'The ingest token is missing, not known here, or has ended. Set the collector token of the extension to one that the collector gave out, or to the one in its collector.json.',
        ),
      )
    }
    request.site = site
    if (backlog > backlogMax)
      return turnAway(
        reply,
        BACKLOG_RETRY_S,
        problem(503, 'busy', 'The collector has too much to write. Try again later.'),
      )
  })

  // OTLP answers in the form it was asked in, failures too.
  scope.addHook('onSend', async (request, reply, payload) => {
    if (!isProtobuf(request) || typeof payload !== 'string') return payload
    reply.type(PROTOBUF_TYPE)
    return writeProtobuf(JSON.parse(payload))
  })

  scope.post('/v1/logs', async (request, reply) => {
    const batch = await readBatch(request)
    if ('problem' in batch) return refuse(reply, batch.problem)
    const size = batch.tallies.length + batch.notes.length + batch.faults.length
    const wait = quota.take(request.site, size)
    if (wait > 0)
      return turnAway(
        reply,
        wait,
        problem(429, 'over-quota', 'This site has sent more than its quota. Try again later.'),
      )
    const receivedAt = now()
    const { timely, faults } = splitByTime(batch.tallies, hourOf(receivedAt))
    const notes = splitNotesByTime(batch.notes, dayOf(receivedAt))
    faults.push(...notes.faults)
    const stopTimer = metrics.writes.startTimer()
    backlog += timely.length
    try {
      const added = await store.addTallies(timely, receivedAt)
      await store.addNotes(notes.timely)
      stopTimer()
      metrics.records.inc({ result: 'new' }, added)
      metrics.records.inc({ result: 'taken' }, timely.length)
    } finally {
      backlog -= timely.length
    }
    metrics.records.inc({ result: 'taken' }, notes.timely.length)
    metrics.records.inc({ result: 'bad-form' }, batch.faults.length)
    metrics.records.inc({ result: 'bad-time' }, faults.length)
    return reply.send(exportResponse([...batch.faults, ...faults]))
  })
}
