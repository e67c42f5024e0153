import { SUBJECT, type TallyRow } from './tally-row.ts'

/** What was counted of one subject in one hour. */
export type RollUp = Omit<TallyRow, 'uid' | 'count' | 'first_today' | 'first_this_week'> & {
  count: number
  first_today: number
  first_this_week: number
}

/**
 * Sums rows by hour and subject. They come in one order whatever order the rows have, so that two
 * collectors with the same subjects wait for each other instead of deadlocking.
 */
export function rollUp(rows: readonly TallyRow[]): RollUp[] {
  const sums = new Map<string, RollUp>()
  for (const row of rows) {
    let key = `${row.hour}`
    // Ids hold no blank.
    for (const name of SUBJECT) key += ` ${row[name]}`
    let sum = sums.get(key)
    if (sum === undefined) {
      const { uid: _, ...subject } = row
      sum = { ...subject, count: 0, first_today: 0, first_this_week: 0 }
      sums.set(key, sum)
    }
    sum.count += row.count
    sum.first_today += Number(row.first_today)
    sum.first_this_week += Number(row.first_this_week)
  }
  const inOrder = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.map(([, sum]) => sum)
}
