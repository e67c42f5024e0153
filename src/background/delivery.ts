import * as v from 'valibot'
import type { DeliveryStatus } from '../messaging/protocol.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { BACK_OFF_MAX_MS, backOffMs } from '../transport/back-off.ts'
import { type Delivery, deliver } from '../transport/deliver.ts'
import { deliverNotes } from '../transport/deliver-notes.ts'
import type { PostBatch, PostNote } from '../transport/post-batch.ts'
import { RETRY_AFTER_MAX_MS } from '../transport/verdict.ts'
import type { Effective } from './settings.ts'

const MEMORY_KEY = 'delivery'

/** What must outlive the worker between two attempts. */
const memorySchema = v.object({
  failures: v.number(),
  state: v.picklist(['ok', 'refused', 'unreachable']),
  message: v.optional(v.string()),
  nextAttemptAt: v.optional(v.number()),
  lastSentAt: v.optional(v.number()),
})

type Memory = v.InferOutput<typeof memorySchema>

interface Options {
  outbox: Outbox
  post: PostBatch
  postNote: PostNote
  /** Runs one flusher at a time, also across two workers of an update. */
  withLock: (act: () => Promise<void>) => Promise<void>
  /** ms since 1970. */
  now: () => number
  random: () => number
}

/** Whether anything may be counted and sent: consent, or policy, and not switched off. */
export function isTelemetryOn({ enabled, telemetry }: Effective): boolean {
  return enabled && telemetry === 'on'
}

/** The settings that go on every record. */
export function sourceOf({ cohort, department }: Effective) {
  return {
    ...(cohort === undefined ? {} : { cohort }),
    ...(department === undefined ? {} : { department }),
  }
}

/** How both went: the second is tried only where the first had nothing more. */
function add({ sent }: Delivery, then: Delivery): Delivery {
  return { ...then, sent: sent + then.sent }
}

/** Sends what waits, and waits longer after each failure. */
export function createDelivery({ outbox, post, postNote, withLock, now, random }: Options) {
  async function recall(): Promise<Memory> {
    const read = v.safeParse(memorySchema, await outbox.recall(MEMORY_KEY))
    return read.success ? read.output : { failures: 0, state: 'ok' }
  }

  function after(result: Delivery, { failures, lastSentAt }: Memory): Memory {
    const sentAt = result.sent > 0 ? now() : lastSentAt
    const sent = sentAt === undefined ? {} : { lastSentAt: sentAt }
    if (result.kind === 'refused') {
      const nextAttemptAt = now() + BACK_OFF_MAX_MS
      return { failures: 0, state: 'refused', message: result.message, nextAttemptAt, ...sent }
    }
    if (result.kind === 'retry') {
      const wait = Math.max(result.afterMs ?? 0, backOffMs(failures + 1, random))
      const { message } = result
      const nextAttemptAt = now() + wait
      return { failures: failures + 1, state: 'unreachable', message, nextAttemptAt, ...sent }
    }
    return { failures: 0, state: 'ok', ...sent }
  }

  let sending = new AbortController()

  /** No wait is longer than a day: one that seems so was set by a clock that has been set back. */
  function isDue({ nextAttemptAt = 0 }: Memory): boolean {
    return nextAttemptAt <= now() || nextAttemptAt > now() + RETRY_AFTER_MAX_MS
  }

  function callOff(): void {
    sending.abort()
    sending = new AbortController()
  }

  return {
    /** Ends a flush that is under way. */
    callOff,

    /** Turns counts into records and sends them, unless an earlier answer says to wait. */
    async flush(settings: Effective, isForced = false): Promise<void> {
      const { collectorUrl: url, collectorToken: token } = settings
      if (!isTelemetryOn(settings)) return
      const { signal } = sending
      const limits = { requests: settings.requestsPerFlush, signal }
      await withLock(async () => {
        await outbox.seal(sourceOf(settings))
        const memory = await recall()
        if (url === undefined || !(isDue(memory) || isForced)) return
        const collector = token === undefined ? { url } : { url, token }
        const tallies = await deliver(outbox, post, collector, limits)
        const result =
          tallies.kind === 'done'
            ? add(tallies, await deliverNotes(outbox.notes, postNote, collector, limits))
            : tallies
        await outbox.remember(MEMORY_KEY, after(result, memory))
      })
    },

    /**
     * The settings have changed: what stood in the way before may be mended. A flush by those of before ends first,
     * or what it comes to would stand in the way of the next.
     */
    async reset(): Promise<void> {
      callOff()
      await withLock(async () => {
        const { lastSentAt } = await recall()
        const sent = lastSentAt === undefined ? {} : { lastSentAt }
        await outbox.remember(MEMORY_KEY, { failures: 0, state: 'ok', ...sent } satisfies Memory)
      })
    },

    async status(settings: Effective): Promise<DeliveryStatus> {
      const { state, message, nextAttemptAt, lastSentAt } = await recall()
      const waiting = await outbox.waiting()
      const sent = lastSentAt === undefined ? {} : { lastSentAt }
      if (!isTelemetryOn(settings)) return { state: 'off', waiting, ...sent }
      if (settings.collectorUrl === undefined)
        return {
          state: 'off',
          message: 'No collector address is set: what is counted stays on this computer.',
          waiting,
          ...sent,
        }
      if (state === 'ok') return { state: waiting > 0 ? 'waiting' : 'idle', waiting, ...sent }
      return {
        state,
        waiting,
        ...sent,
        ...(message === undefined ? {} : { message }),
        ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }),
      }
    },
  }
}

export type DeliveryControl = ReturnType<typeof createDelivery>
