import { LOG_AGE_MAX_MS, LOG_BATCHES_MAX } from './limits.ts'
import type { Rows } from './schema.ts'
import type { Transaction } from './store.ts'

/** Writes what was sent, and forgets what is too old or too much. Needs the store `log`. */
export async function logSent(tx: Transaction, row: Rows['log']): Promise<void> {
  await tx.put('log', row)
  // The newest first; the key needs no time, since each row has its own.
  const rows = (await tx.all('log')).toSorted((a, b) => b.sentAt - a.sentAt)
  for (const [index, { id, sentAt }] of rows.entries())
    if (index >= LOG_BATCHES_MAX || row.sentAt - sentAt > LOG_AGE_MAX_MS) await tx.delete('log', id)
}
