import type { TallySource } from '../privacy/tally.ts'
import type { Loss } from '../vocabulary/signal.ts'
import { hourOf, type Tally } from '../vocabulary/tally.ts'
import { type AcceptedSignal, acceptLoss, acceptSignals, count, forgetSeen } from './accept.ts'
import type { DurableStore } from './durable-store.ts'
import { BATCH_RECORDS_MAX, LEASE_MS } from './limits.ts'
import { logSent } from './log.ts'
import { createNoteQueue } from './notes.ts'
import type { LoggedBatch } from './schema.ts'
import { byAge, dropForeignRecords, forgetFirsts, pruneRecords, sealCells } from './seal.ts'

interface Options {
  store: DurableStore
  /** ms since 1970. */
  now: () => number
  uuid: () => string
  /** Numbers in [0, 1). */
  random?: () => number
}

/**
 * The durable queue. What it has taken is on disk; what it has handed out stays until it is
 * acknowledged by key, so that a kill at any moment loses nothing, and the collector's
 * de-duplication by uid sees to the rest.
 */
export function createOutbox({ store, now, uuid, random = Math.random }: Options) {
  let sealedHour: number | undefined
  let areRowsChecked = false

  /** Tries once more on a full disk, without the log: that only shows what has long been sent. */
  async function makingRoom<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Error && error.name === 'QuotaExceededError')) throw error
      await store.run(['log'], (tx) => tx.clear('log'))
      return act()
    }
  }

  async function noteDamage(): Promise<void> {
    const times = store.takeDamage()
    if (times === 0) return
    const subject = { kind: 'lost', outcome: 'corrupt' } as const
    await store.run(['cells'], (tx) => count(tx, hourOf(now()), subject, times))
  }

  async function seal(source: Omit<TallySource, 'uuid'>, beforeHour = Infinity): Promise<void> {
    const hour = hourOf(now())
    const work = () =>
      store.run(['cells', 'firsts', 'records', 'seen'], async (tx) => {
        if (!areRowsChecked) await dropForeignRecords(tx, hour)
        await pruneRecords(tx, hour)
        await sealCells(tx, { ...source, uuid }, hour, beforeHour)
        await forgetFirsts(tx, hour)
        await forgetSeen(tx, hour)
      })
    await makingRoom(work)
    areRowsChecked = true
  }

  return {
    /** Counts signals; resolves once they are on disk. Closes the hour before, if it has passed. */
    async accept(signals: AcceptedSignal[], source: Omit<TallySource, 'uuid'>): Promise<void> {
      const hour = hourOf(now())
      if (sealedHour !== hour) await seal(source, hour)
      sealedHour = hour
      await makingRoom(() => store.run(['cells', 'seen'], (tx) => acceptSignals(tx, signals, hour)))
      await noteDamage()
    },

    /** Counts what a page had to drop; resolves once that is on disk. */
    acceptLoss(loss: Loss): Promise<void> {
      return store.run(['cells', 'seen'], (tx) => acceptLoss(tx, loss, hourOf(now())))
    },

    /** Turns all that was counted into records, and drops what the queue can't keep. */
    async seal(source: Omit<TallySource, 'uuid'>): Promise<void> {
      await seal(source)
      await noteDamage()
    },

    /** The oldest records that nobody has, now leased. */
    take(limit = BATCH_RECORDS_MAX): Promise<Tally[]> {
      return store.run(['records'], async (tx) => {
        const at = now()
        const isFree = (until: number) => until <= at || until > at + LEASE_MS
        const free = byAge(await tx.all('records')).filter(
          ({ state, leasedUntil }) => state === 'ready' && isFree(leasedUntil),
        )
        const taken = free.slice(0, limit)
        for (const record of taken)
          await tx.put('records', { ...record, leasedUntil: at + LEASE_MS })
        return taken.map(({ tally }) => tally)
      })
    },

    /** The collector has these: deletes them and writes the log. `rejected` of them it did not want. */
    acknowledge(tallies: readonly Tally[], rejected = 0, body?: string): Promise<void> {
      const work = () =>
        store.run(['records', 'log', 'cells'], async (tx) => {
          for (const { uid } of tallies) await tx.delete('records', uid)
          const sent = { id: uuid(), sentAt: now(), tallies: [...tallies] }
          await logSent(tx, body === undefined ? sent : { ...sent, body })
          // A refused note of a loss is not a new loss, or it would go on for ever.
          const losable = tallies.filter(({ kind }) => kind !== 'lost').length
          const lost = Math.min(rejected, losable)
          if (lost > 0) await count(tx, hourOf(now()), { kind: 'lost', outcome: 'rejected' }, lost)
        })
      return makingRoom(work)
    },

    /** Gives records back, for another attempt. */
    release(tallies: readonly Tally[]): Promise<void> {
      return store.run(['records'], async (tx) => {
        for (const { uid } of tallies) {
          const record = await tx.get('records', uid)
          if (record !== undefined) await tx.put('records', { ...record, leasedUntil: 0 })
        }
      })
    },

    /** Sets one record aside that the collector can't take: not sent again, and counted as lost. */
    quarantine({ uid, kind }: Tally): Promise<void> {
      return store.run(['records', 'cells'], async (tx) => {
        const record = await tx.get('records', uid)
        if (record === undefined) return
        await tx.put('records', { ...record, state: 'quarantined', leasedUntil: 0 })
        if (kind !== 'lost') await count(tx, hourOf(now()), { kind: 'lost', outcome: 'rejected' })
      })
    },

    notes: createNoteQueue({ store, now, uuid, random }),

    /** How many records, open counts and notes have not been sent. */
    waiting(): Promise<number> {
      return store.run(['cells', 'records', 'notes'], async (tx) => {
        const ready = (await tx.all('records')).filter(({ state }) => state === 'ready')
        const others = [...(await tx.all('cells')), ...(await tx.all('notes'))]
        return ready.length + others.length
      })
    },

    /** What has not been sent: counts of which records are still to be made, records, and notes. */
    queued() {
      return store.run(['cells', 'records', 'notes'], async (tx) => ({
        cells: await tx.all('cells'),
        tallies: (await tx.all('records'))
          .filter(({ state }) => state === 'ready')
          .map(({ tally }) => tally),
        notes: (await tx.all('notes')).map(({ note }) => note),
      }))
    },

    /** What was sent, newest first. */
    log(): Promise<LoggedBatch[]> {
      return store.run(['log'], async (tx) =>
        (await tx.all('log'))
          .toSorted((a, b) => b.sentAt - a.sentAt)
          .map(({ id: _, ...sent }) => sent),
      )
    },

    /** Consent is withdrawn: removes all that was not sent. Resolves to how much that was. */
    purge(): Promise<number> {
      const all = ['cells', 'firsts', 'seen', 'records', 'notes'] as const
      return store.run([...all], async (tx) => {
        const waiting = ['cells', 'records', 'notes'] as const
        let gone = 0
        for (const name of waiting) gone += (await tx.all(name)).length
        for (const name of all) await tx.clear(name)
        return gone
      })
    },

    /** One small value that must outlive the worker: `undefined` where it was never set. */
    async recall(key: string): Promise<unknown> {
      return (await store.run(['meta'], (tx) => tx.get('meta', key)))?.value
    },
    remember(key: string, value: unknown): Promise<void> {
      return store.run(['meta'], (tx) => tx.put('meta', { key, value }))
    },

    stop: () => store.close(),
  }
}

export type Outbox = ReturnType<typeof createOutbox>
