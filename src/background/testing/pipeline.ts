import { gunzipSync } from 'node:zlib'
import { createSignalQueue } from '../../content/signal-queue.ts'
import { createDurableStore } from '../../outbox/durable-store.ts'
import { deleteIdbStore, openIdbStore } from '../../outbox/idb-store.ts'
import { createMemoryStore } from '../../outbox/memory-store.ts'
import { createOutbox } from '../../outbox/outbox.ts'
import { createNotePoster, createPoster } from '../../transport/post-batch.ts'
import { decodeBatch } from '../../vocabulary/otlp.ts'
import type { Signal } from '../../vocabulary/signal.ts'
import type { Tally } from '../../vocabulary/tally.ts'
import { createDelivery } from '../delivery.ts'
import { mergeSettings } from '../settings.ts'

export const START = Date.UTC(2026, 10, 24, 14, 5)

/** Settings of a browser that counts and sends. */
export const SENDING = mergeSettings(
  { telemetry: 'on', collectorUrl: 'https://c.example.org', collectorToken: 'secret-token' },
  {},
).effective

/** What stands between two processes that hold one lock, as `navigator.locks` does. */
function createLock() {
  let last: Promise<unknown> = Promise.resolve()
  return (act: () => Promise<void>): Promise<void> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
}

/**
 * The whole way of a signal: a page's queue, a worker over IndexedDB that can be killed, and a
 * collector that counts by uid and answers as told. The clock stands until it is moved.
 */
export function createPipeline() {
  let clock = START
  const counted = new Map<string, Tally>()
  const requests: Tally[][] = []
  const answers: ((tallies: Tally[]) => Response | Promise<Response>)[] = []
  const withLock = createLock()
  const due: (() => void)[] = []

  function take(tallies: Tally[]): Response {
    for (const tally of tallies) counted.set(tally.uid, tally)
    return Response.json({})
  }

  async function fetch(_url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request('https://c.example.org', init ?? {})
    const raw = Buffer.from(await request.arrayBuffer())
    const isPacked = request.headers.get('content-encoding') === 'gzip'
    const batch = decodeBatch(JSON.parse((isPacked ? gunzipSync(raw) : raw).toString()))
    const tallies = batch?.tallies ?? []
    requests.push(tallies)
    return (answers.shift() ?? take)(tallies)
  }

  /** A worker's start: new objects over whatever is on disk. */
  function startWorker(open = openIdbStore, lock = withLock) {
    const now = () => clock
    const store = createDurableStore({
      open,
      remove: deleteIdbStore,
      fallback: createMemoryStore,
      report: () => undefined,
    })
    const outbox = createOutbox({ store, now, uuid: () => crypto.randomUUID() })
    const posting = { fetch, now, version: '1.0.0' }
    const delivery = createDelivery({
      outbox,
      post: createPoster(posting),
      postNote: createNotePoster(posting),
      withLock: lock,
      now,
      random: () => 0.5,
    })
    return {
      outbox,
      delivery,
      flush: () => delivery.flush(SENDING),
      /** What the worker does with a page's message, answered once it is on disk. */
      async signals(signals: Signal[]): Promise<string[]> {
        const accepted = signals.map(({ uid, ...subject }) => ({ uid, subject }))
        await outbox.accept(accepted, {})
        return signals.map(({ uid }) => uid)
      },
    }
  }

  /** A page whose messages go where `deliver` says, at each attempt. */
  function openPage(deliver: (signals: Signal[]) => Promise<string[]>) {
    return createSignalQueue({
      deliver,
      deliverLoss: async () => true,
      uuid: () => crypto.randomUUID(),
      schedule: (act) => due.push(act),
    })
  }

  return {
    startWorker,
    openPage,
    /** What the collector has counted, as `kind` or `kind/outcome`. */
    counted: () =>
      [...counted.values()].map(({ kind, outcome }) => (outcome ? `${kind}/${outcome}` : kind)),
    requests,
    /** How the next requests are answered, one after the other; then everything is taken. */
    answer: (...next: (number | ((tallies: Tally[]) => Response | Promise<Response>))[]) =>
      answers.push(
        ...next.map((one) =>
          typeof one === 'number' ? () => new Response('{}', { status: one }) : one,
        ),
      ),
    take,
    pass(ms: number) {
      clock += ms
    },
    now: () => clock,
    /** Runs what pages have put off. */
    retry() {
      for (const act of due.splice(0)) act()
    },
  }
}

export type Pipeline = ReturnType<typeof createPipeline>
export type Worker = ReturnType<Pipeline['startWorker']>
