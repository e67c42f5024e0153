import { expect, test } from 'vitest'
import { createEnding, PATIENCE_MS } from './ending.ts'

function setUp() {
  const acts: (() => void)[] = []
  const exits: number[] = []
  let clock = 0
  const signal = createEnding({
    on: (_name, act) => acts.push(act),
    now: () => clock,
    exit: (code) => exits.push(code),
  })
  return {
    signal,
    exits,
    press: (at: number) => {
      clock = at
      acts[0]?.()
    },
  }
}

test('the first Ctrl-C ends in good order, also where it arrives twice', () => {
  const { signal, exits, press } = setUp()
  press(0)
  press(5)
  expect([signal.aborted, exits]).toEqual([true, []])
})

test('a later one ends at once', () => {
  const { exits, press } = setUp()
  press(0)
  press(PATIENCE_MS + 1)
  expect(exits).toEqual([130])
})
