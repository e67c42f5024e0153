import { expect, test } from 'vitest'
import { judgeRecord } from './record-guard.ts'

const before = { pack: 'p', walkthrough: 'task', step: 'save', past: [] }
const within = { ...before, hasRecord: true }

test.each([
  ['takes the first record that it comes to', before, 'unknown', undefined, true],
  ['goes on where nobody says whose record it is', within, 'unsaid', undefined, false],
  ['goes on in its own record', within, 'same', undefined, false],
  ['is told again of a record that another frame did not know of', before, 'same', undefined, true],
  ['pauses in another', within, 'other', 'other', false],
  ['asks where nothing remembers which it was', within, 'unknown', 'unsure', false],
  ['points at nothing while the banner is being drawn', within, 'gone', 'gone', false],
  ['needs no banner before it has a record', before, 'gone', undefined, false],
] as const)('a run %s', (_what, run, standing, pause, bind) => {
  expect(judgeRecord(run, standing)).toEqual({ pause, bind })
})
