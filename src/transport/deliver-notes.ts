import type { Note } from '../vocabulary/note.ts'
import type { Delivery, Limits } from './deliver.ts'
import type { Collector, PostNote } from './post-batch.ts'

/** The part of the queue of notes that sending needs. */
export interface NotesToSend {
  take: () => Promise<Note | undefined>
  acknowledge: (note: Note, isRejected: boolean, body?: string) => Promise<void>
  release: (note: Note) => Promise<void>
  drop: (note: Note) => Promise<void>
}

/** Sends what waits of comments and wireframes, one a request. */
export async function deliverNotes(
  queue: NotesToSend,
  post: PostNote,
  collector: Collector,
  { requests: requestsMax, signal }: Limits,
): Promise<Delivery> {
  for (let sent = 0; ; sent++) {
    if (signal.aborted) return { kind: 'stopped', sent }
    if (sent >= requestsMax) return { kind: 'more', sent }
    const note = await queue.take()
    if (note === undefined) return { kind: 'done', sent }
    const verdict = await post(note, collector, signal)
    if (signal.aborted) {
      await queue.release(note)
      return { kind: 'stopped', sent }
    }
    if (verdict.kind === 'taken') await queue.acknowledge(note, verdict.rejected > 0, verdict.body)
    else if (verdict.kind === 'retry' || verdict.kind === 'refused') {
      await queue.release(note)
      return { ...verdict, sent }
    } else await queue.drop(note)
  }
}
