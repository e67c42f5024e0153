import fc from 'fast-check'
import type { PartName } from './app.ts'

/** One thing that a person does. Nothing in it is of the patient: twins are used by the same script. */
export type Act =
  | { do: 'press'; part: PartName; times: number; every: number }
  | { do: 'type'; part: PartName; keys: number; pause: number }
  | { do: 'paste'; part: PartName }
  | { do: 'wait'; ms: number }
  | { do: 'scroll'; turns: number }
  | { do: 'shake' }
  | { do: 'leave' }
  | { do: 'report'; hasWireframe: boolean }
  | { do: 'walk' }
  | { do: 'panel' }

const PRESSED: PartName[] = [
  ...(['save', 'dead', 'slow', 'fail', 'warn', 'disabled', 'row', 'deep', 'send'] as const),
  ...(['add', 'vitals', 'override', 'pick'] as const),
]
const TYPED: PartName[] = ['weight', 'note', 'secret', 'rich']

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      part: fc.constantFrom(...PRESSED),
      times: fc.constantFrom(1, 1, 2, 5),
      every: fc.constantFrom(120, 900),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      part: fc.constantFrom(...TYPED),
      keys: fc.integer({ min: 1, max: 8 }),
      pause: fc.constantFrom(100, 9_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('paste' as const),
      part: fc.constantFrom<PartName>('note', 'rich'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(500, 3_000, 8_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('scroll' as const),
      turns: fc.integer({ min: 2, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'shake' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'leave' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('report' as const), hasWireframe: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'walk' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'panel' as const }) },
)

/** What somebody does on one screen. */
export const script: fc.Arbitrary<Act[]> = fc.array(act, { minLength: 3, maxLength: 10 })
