import { expect, test } from 'vitest'
import { countedEnds } from './counted-ends.ts'

const steps = [
  { id: 'greet', countsAs: 'greet' },
  { id: 'vitals.weight', countsAs: 'vitals' },
  { id: 'vitals.save', countsAs: 'vitals' },
  { id: 'end', countsAs: 'end' },
]
const done = (step: string) => ({ step, outcome: 'done' as const })
const skipped = (step: string) => ({ step, outcome: 'skipped' as const })

test.each([
  ['a step of its own counts as itself', [done('greet')], 'vitals.weight', [done('greet')]],
  ['a step within a call counts as nothing', [done('vitals.weight')], 'vitals.save', []],
  ['the last one ends the call, as it ended', [skipped('vitals.save')], 'end', [skipped('vitals')]],
  ['so it does at the very end', [done('vitals.save')], undefined, [done('vitals')]],
  [
    'steps that end together count once a call',
    [done('greet'), done('vitals.weight'), done('vitals.save'), done('end')],
    undefined,
    [done('greet'), done('vitals'), done('end')],
  ],
] as const)('%s', (_what, ended, following, counted) => {
  expect(countedEnds(steps, ended, following)).toEqual(counted)
})
