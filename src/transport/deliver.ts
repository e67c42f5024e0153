import type { Tally } from '../vocabulary/tally.ts'
import type { Collector, PostBatch } from './post-batch.ts'
import type { Verdict } from './verdict.ts'

/** The part of the outbox that sending needs. */
export interface BatchQueue {
  take: () => Promise<Tally[]>
  acknowledge: (tallies: readonly Tally[], rejected?: number, body?: string) => Promise<void>
  release: (tallies: readonly Tally[]) => Promise<void>
  quarantine: (tally: Tally) => Promise<void>
}

/** How a flush ended: all sent, more to send next time, called off, or why it stopped. */
export type Delivery =
  | { kind: 'done' | 'more' | 'stopped'; sent: number }
  | (Extract<Verdict, { kind: 'retry' | 'refused' }> & { sent: number })

function halves(group: readonly Tally[]): Tally[][] {
  const middle = Math.ceil(group.length / 2)
  return [group.slice(0, middle), group.slice(middle)]
}

export interface Limits {
  /** Requests of one flush, at most: after an outage the queue drains at this rate, not all at once. */
  requests: number
  /** Calls the flush off, with the request under way. */
  signal: AbortSignal
}

/**
 * Sends what waits, batch by batch. A batch that is refused for its size or for one bad record is
 * sent by halves; the one record that is refused alone is set aside. Nothing leaves the queue but
 * by an answer.
 */
export async function deliver(
  queue: BatchQueue,
  post: PostBatch,
  collector: Collector,
  { requests: requestsMax, signal }: Limits,
): Promise<Delivery> {
  let requests = 0
  let sent = 0
  while (requests < requestsMax) {
    if (signal.aborted) return { kind: 'stopped', sent }
    const batch = await queue.take()
    if (batch.length === 0) return { kind: 'done', sent }
    const groups: Tally[][] = [batch]
    for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
      if (requests >= requestsMax) {
        await queue.release([group, ...groups].flat())
        return { kind: 'more', sent }
      }
      requests += 1
      const verdict = await post(group, collector, signal)
      if (signal.aborted) {
        await queue.release([group, ...groups].flat())
        return { kind: 'stopped', sent }
      }
      if (verdict.kind === 'taken') {
        await queue.acknowledge(group, verdict.rejected, verdict.body)
        sent += group.length
      } else if (verdict.kind === 'retry' || verdict.kind === 'refused') {
        await queue.release([group, ...groups].flat())
        return { ...verdict, sent }
      } else {
        const [only, ...others] = group
        if (only !== undefined && others.length === 0) await queue.quarantine(only)
        else groups.push(...halves(group))
      }
    }
  }
  return { kind: 'more', sent }
}
