import { CELL_SUBJECT, SUBJECT, type TallyRow } from './tally-row.ts'

/** The columns by which each table of roll-ups tells its rows apart. */
export const GRAINS = {
  rollups: ['day', 'hour', ...SUBJECT],
  daily: ['day', ...CELL_SUBJECT],
} as const satisfies Record<string, (keyof TallyRow)[]>

export type Grain = keyof typeof GRAINS

export const SUMS = ['count', 'first_today', 'first_this_week'] as const

type Sums = Record<(typeof SUMS)[number], number>
type RollUp = Sums & Partial<Omit<TallyRow, keyof Sums>>

/**
 * Sums rows by the columns of a grain. They come in one order whatever order the rows have, so that
 * two collectors with the same subjects wait for each other instead of deadlocking.
 */
export function rollUp(rows: readonly TallyRow[], grain: Grain) {
  const names = GRAINS[grain]
  const sums = new Map<string, RollUp>()
  for (const row of rows) {
    let key = ''
    // Ids hold no blank.
    for (const name of names) key += `${row[name]} `
    let sum = sums.get(key)
    if (sum === undefined) {
      const subject = Object.fromEntries(names.map((name) => [name, row[name]]))
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
