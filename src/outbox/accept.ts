import type { Subject } from '../privacy/subject.ts'
import { addToCell, cellKey } from '../privacy/tally.ts'
import type { Loss } from '../vocabulary/signal.ts'
import { SEEN_HOURS } from './limits.ts'
import type { Transaction } from './store.ts'

/** A signal that has passed the gate, with the uid that tells it from its own second sending. */
export interface AcceptedSignal {
  uid: string
  subject: Subject
}

/** Counts events of one subject in the open cell of an hour. */
export async function count(
  transaction: Transaction,
  hour: number,
  subject: Subject,
  more = 1,
): Promise<void> {
  const before = await transaction.get('cells', cellKey(hour, subject))
  await transaction.put('cells', addToCell(before, hour, subject, more))
}

/** Counts each signal once, however often it is sent. Needs the stores `cells` and `seen`. */
export async function acceptSignals(
  transaction: Transaction,
  signals: readonly AcceptedSignal[],
  hour: number,
): Promise<void> {
  for (const { uid, subject } of signals) {
    if ((await transaction.get('seen', uid)) !== undefined) continue
    await transaction.put('seen', { uid, hour })
    await count(transaction, hour, subject)
  }
}

/** Counts what a page had to drop, once for each report. Needs the stores `cells` and `seen`. */
export async function acceptLoss(
  transaction: Transaction,
  { uid, count: lost }: Loss,
  hour: number,
): Promise<void> {
  if ((await transaction.get('seen', uid)) !== undefined) return
  await transaction.put('seen', { uid, hour })
  await count(transaction, hour, { kind: 'lost', outcome: 'held' }, lost)
}

/** Forgets uids that no page sends again. */
export async function forgetSeen(transaction: Transaction, hour: number): Promise<void> {
  for (const seen of await transaction.all('seen'))
    if (Math.abs(hour - seen.hour) > SEEN_HOURS) await transaction.delete('seen', seen.uid)
}
