import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTally, NOON } from '../testing/tallies.ts'
import { GRAINS, rollUp } from './roll-up.ts'
import { copyLine, rowOf, TALLY_COLUMNS } from './tally-row.ts'

const HOUR = Math.floor(NOON / 3_600_000)
const aRow = fc
  .record({
    hour: fc.integer({ min: HOUR - 30, max: HOUR }),
    screen: fc.constantFrom('vitals', 'orders'),
    department: fc.constantFrom('icu', undefined),
    count: fc.constantFrom(1, 2, 4, 8),
    firstToday: fc.boolean(),
  })
  .map(({ department, count, ...part }) =>
    rowOf(
      makeTally({
        ...part,
        count: count as 1,
        ...(department === undefined ? {} : { department }),
      }),
    ),
  )

test.each(['rollups', 'daily'] as const)(
  '%s: nothing is lost or made up, each subject stands once, and the order is one',
  (grain) => {
    fc.assert(
      fc.property(fc.array(aRow), (rows) => {
        const sums = rollUp(rows, grain)
        const total = (of: (one: { count: number; first_today: number }) => number) =>
          sums.reduce((sum, one) => sum + of(one), 0)
        expect(total((one) => one.count)).toBe(rows.reduce((sum, { count }) => sum + count, 0))
        expect(total((one) => one.first_today)).toBe(rows.filter((row) => row.first_today).length)
        const keys = sums.map((one) => GRAINS[grain].map((name) => one[name]).join())
        expect(new Set(keys).size).toBe(keys.length)
        expect(rollUp(rows.toReversed(), grain)).toEqual(sums)
      }),
    )
  },
)

test('a row for COPY: what it takes for its own signs is escaped', () => {
  const row = rowOf(makeTally({ screen: 'a\tb\\c\nd\re' }))
  const line = copyLine(row, HOUR)
  expect(line.split('\t')).toHaveLength(TALLY_COLUMNS.length)
  expect(line).toContain('\ta\\tb\\\\c\\nd\\re\t')
  expect(line.endsWith(`\t${HOUR}\n`)).toBe(true)
})
