import type { Loss, Signal } from '../vocabulary/signal.ts'

/** Waits between attempts, in ms: the worker may be starting up, or gone for good. */
const RETRY_MS = [500, 2_000, 10_000, 60_000] as const
/** More than this is held by no page: the oldest are dropped, and counted. */
const HELD_MAX = 500

interface Options {
  /** Hands signals to the worker; resolves to the uids that are on disk. */
  deliver: (signals: Signal[]) => Promise<string[]>
  /** Tells the worker how many had to be dropped; resolves once that is on disk. */
  deliverLoss: (loss: Loss) => Promise<unknown>
  uuid: () => string
  schedule: (act: () => void, ms: number) => void
}

/**
 * Holds each signal until the worker says that it is on disk. A signal that is sent twice carries
 * the same uid, so that it is counted once.
 */
export function createSignalQueue({ deliver, deliverLoss, uuid, schedule }: Options) {
  const held = new Map<string, Signal>()
  const inFlight = new Set<string>()
  let dropped = 0
  let report: Loss | undefined
  let failures = 0
  let isRetryDue = false

  /** Sends what is not on its way: an act that leaves the page gives no second chance. */
  async function flush(): Promise<void> {
    const batch = [...held.values()].filter(({ uid }) => !inFlight.has(uid))
    if (batch.length === 0) return
    for (const { uid } of batch) inFlight.add(uid)
    try {
      const stored = await deliver(batch)
      for (const uid of stored) held.delete(uid)
      failures = stored.length > 0 ? 0 : failures + 1
    } catch {
      failures += 1
    } finally {
      for (const { uid } of batch) inFlight.delete(uid)
    }
    if (batch.some(({ uid }) => held.has(uid))) retryLater()
    else await tellLoss()
  }

  /** A report that may have arrived keeps its uid and its number; what is dropped later is another. */
  async function tellLoss(): Promise<void> {
    if (report === undefined && dropped > 0) {
      report = { uid: uuid(), count: dropped }
      dropped = 0
    }
    const told = report
    if (told === undefined) return
    try {
      await deliverLoss(told)
      if (report === told) report = undefined
    } catch {
      // The next flush that succeeds tells it.
    }
  }

  /** Makes room for one more by dropping the oldest that is not on its way; whether there was one. */
  function dropOldest(): boolean {
    dropped += 1
    for (const uid of held.keys()) if (!inFlight.has(uid)) return held.delete(uid)
    return false
  }

  function retryLater(): void {
    if (isRetryDue) return
    isRetryDue = true
    const retry = () => {
      isRetryDue = false
      void flush()
    }
    schedule(retry, failures === 0 ? 0 : (RETRY_MS[failures - 1] ?? RETRY_MS[3]))
  }

  return {
    /** Takes a signal; never throws, never waits. */
    add(signal: Omit<Signal, 'uid'>): void {
      if (held.size >= HELD_MAX && !dropOldest()) return
      const uid = uuid()
      held.set(uid, { uid, ...signal })
      // While the worker is away, new signals wait with the rest.
      if (!isRetryDue) void flush()
    },
    waiting: () => held.size,
  }
}
