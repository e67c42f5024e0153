import { dayOf, type Note, type PageNote } from '../vocabulary/note.ts'
import { hourOf } from '../vocabulary/tally.ts'
import { count } from './accept.ts'
import type { DurableStore } from './durable-store.ts'
import { LEASE_MS, NOTES_MAX, RECORD_AGE_MAX_MS } from './limits.ts'
import { logSent } from './log.ts'
import type { Transaction } from './store.ts'

interface Options {
  store: DurableStore
  /** ms since 1970. */
  now: () => number
  uuid: () => string
  random: () => number
}

/** Comments and wireframes that wait. Each is sent by itself: nothing says that two are of one person. */
export function createNoteQueue({ store, now, uuid, random }: Options) {
  const lose = (tx: Transaction, outcome: 'age' | 'bytes' | 'rejected') =>
    count(tx, hourOf(now()), { kind: 'lost', outcome })

  async function prune(tx: Transaction): Promise<void> {
    const notes = (await tx.all('notes')).toSorted((a, b) => b.note.day - a.note.day)
    const oldest = dayOf(now() - RECORD_AGE_MAX_MS)
    for (const [at, { uid, note }] of notes.entries()) {
      const isOld = note.day < oldest
      if (!isOld && at < NOTES_MAX) continue
      await tx.delete('notes', uid)
      await lose(tx, isOld ? 'age' : 'bytes')
    }
  }

  return {
    /** Keeps a note, once, with its day; resolves when it is on disk. */
    accept(note: PageNote): Promise<void> {
      return store.run(['notes', 'seen', 'cells'], async (tx) => {
        if ((await tx.get('seen', note.uid)) !== undefined) return
        await tx.put('seen', { uid: note.uid, hour: hourOf(now()) })
        await tx.put('notes', {
          uid: note.uid,
          note: { ...note, day: dayOf(now()) },
          leasedUntil: 0,
        })
        await prune(tx)
      })
    },

    /** One that nobody has, whichever, now leased. */
    take(): Promise<Note | undefined> {
      return store.run(['notes', 'cells'], async (tx) => {
        await prune(tx)
        const at = now()
        const free = (await tx.all('notes')).filter(
          ({ leasedUntil }) => leasedUntil <= at || leasedUntil > at + LEASE_MS,
        )
        const taken = free[Math.floor(random() * free.length)]
        if (taken) await tx.put('notes', { ...taken, leasedUntil: at + LEASE_MS })
        return taken?.note
      })
    },

    /** The collector has it, or does not want it: deletes it and writes the log. */
    acknowledge(note: Note, isRejected: boolean, body?: string): Promise<void> {
      return store.run(['notes', 'log', 'cells'], async (tx) => {
        await tx.delete('notes', note.uid)
        if (isRejected) await lose(tx, 'rejected')
        await logSent(tx, {
          id: uuid(),
          sentAt: now(),
          tallies: [],
          note,
          ...(body ? { body } : {}),
        })
      })
    },

    /** Gives it back, for another attempt. */
    release({ uid }: Note): Promise<void> {
      return store.run(['notes'], async (tx) => {
        const row = await tx.get('notes', uid)
        if (row) await tx.put('notes', { ...row, leasedUntil: 0 })
      })
    },

    /** The collector can't take it as it is: sending it again changes nothing. */
    drop({ uid }: Note): Promise<void> {
      return store.run(['notes', 'cells'], async (tx) => {
        if ((await tx.get('notes', uid)) === undefined) return
        await tx.delete('notes', uid)
        await lose(tx, 'rejected')
      })
    },
  }
}

export type NoteQueue = ReturnType<typeof createNoteQueue>
