import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FREQUENCY_IDS, SEVERITY_IDS } from '../../vocabulary/report-details.ts'
import { makeCell, NO_LABELS } from '../testing/cells.ts'
import type { Cell } from './cell.ts'
import { summarise } from './summary.ts'

const visits = makeCell({ count: 90, clients: 90 })
const report = (part: Partial<Cell>) =>
  makeCell({ kind: 'report', outcome: 'slow', count: part.clients ?? 12, clients: 12, ...part })
const rowsOf = (cells: Cell[], minGroup = 11) =>
  summarise([visits, ...cells], { fromDay: 99, toDay: 100, minGroup, labels: NO_LABELS }).reports

describe('how much it hurts, and how often', () => {
  test('people who answer differently are one group for the reason itself', () => {
    const cells = SEVERITY_IDS.map((severity) => report({ severity, clients: 3 }))
    expect(rowsOf(cells)).toMatchObject([{ category: 'slow', figure: { count: 12, few: false } }])
  })

  test('is told where each answer has enough people', () => {
    const [row] = rowsOf([
      report({ severity: 'blocks', clients: 20 }),
      report({ severity: 'delay', clients: 11 }),
      report({ clients: 11 }),
    ])
    expect(row?.severity.map(({ id, count }) => [id, count])).toEqual([
      ['blocks', 20],
      ['delay', 11],
    ])
    expect(row?.often).toEqual([])
  })

  test('is told of no answer where one has too few, for the rest would give it away', () => {
    const [row] = rowsOf([
      report({ severity: 'blocks', clients: 20 }),
      report({ severity: 'risk', clients: 2 }),
    ])
    expect(row?.figure.count).toBe(22)
    expect(row?.severity).toEqual([])
  })

  test('never tells, nor lets anyone work out, an answer of a smaller group', () => {
    const cell = fc.record({
      day: fc.constantFrom(99, 100),
      severity: fc.constantFrom('', ...SEVERITY_IDS),
      often: fc.constantFrom('', ...FREQUENCY_IDS),
      clients: fc.integer({ min: 0, max: 30 }),
      target: fc.constantFrom('', 'save'),
    })
    const cells = fc.uniqueArray(cell, {
      maxLength: 20,
      selector: ({ day, severity, often, target }) => `${day}${severity}${often}${target}`,
    })
    fc.assert(
      fc.property(cells, fc.constantFrom('severity', 'often'), (parts, detail) => {
        const all = parts.map((part) => report({ ...part, count: Math.max(1, part.clients) }))
        for (const row of rowsOf(all))
          for (const { id } of row[detail]) {
            const days = new Set(parts.map(({ day }) => day))
            const clients = [...days].map((day) =>
              all
                .filter((one) => one.day === day && one.target === row.target)
                .filter((one) => one[detail] === id)
                .reduce((sum, one) => sum + one.clients, 0),
            )
            expect(Math.max(...clients)).toBeGreaterThanOrEqual(11)
          }
      }),
    )
  })
})
