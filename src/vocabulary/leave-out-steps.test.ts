import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leaveOutSteps } from './leave-out-steps.ts'
import type { Step } from './pack.ts'

interface Walk {
  locked: boolean
  steps: Step[]
}

const stepOf = (id: string, more: Partial<Step> = {}): Step => ({
  ...{ id, text: id, placement: 'auto', advance: { on: 'next' }, requires: [], doneWhen: [] },
  ...{ missing: 'wait', skippable: false, locked: false, newRecord: false, branch: [] },
  ...more,
})
const walk = (steps: Step[]): Walk => ({ locked: false, steps })
const ids = ({ steps }: Walk) => steps.map(({ id }) => id)
const branchTo = (to: string) => [{ when: [{ screen: 'list' }], to }]

describe('leaving out steps', () => {
  test('keeps locked ones, and those where the way forks', () => {
    const all = walk([
      stepOf('a'),
      stepOf('b', { locked: true }),
      stepOf('c', { branch: branchTo('d') }),
      stepOf('d'),
      stepOf('e'),
    ])
    expect(ids(leaveOutSteps(all, ({ id }) => id !== 'e'))).toEqual(['b', 'c', 'e'])
  })
  test('leads a branch to the next step there is', () => {
    const all = walk([stepOf('a', { branch: branchTo('b') }), stepOf('b'), stepOf('c')])
    expect(leaveOutSteps(all, ({ id }) => id === 'b').steps[0]?.branch[0]?.to).toBe('c')
  })
  test('keeps the goal of a branch where nothing comes after it', () => {
    const all = walk([stepOf('a', { branch: branchTo('c') }), stepOf('b'), stepOf('c')])
    expect(ids(leaveOutSteps(all, ({ id }) => id !== 'a'))).toEqual(['a', 'c'])
  })
  test('leaves a walkthrough whole where nothing would be left, or it could spin', () => {
    const all = walk([stepOf('a'), stepOf('b')])
    expect(leaveOutSteps(all, () => true)).toBe(all)
    const required = { ...walk([stepOf('a'), stepOf('b')]), locked: true }
    expect(leaveOutSteps(required, ({ id }) => id === 'a')).toBe(required)
    const round = walk([
      stepOf('a'),
      stepOf('b', { doneWhen: [{ present: 'x' }] }),
      stepOf('c', { doneWhen: [{ present: 'x' }], branch: branchTo('a') }),
    ])
    expect(leaveOutSteps(round, ({ id }) => id === 'a')).toBe(round)
  })
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const anyWalk = fc
  .array(fc.record({ locked: fc.boolean(), to: fc.option(fc.nat({ max: 5 })) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) =>
    walk(
      parts.map(({ locked, to }, at) =>
        stepOf(names[at] ?? '', {
          locked,
          branch: to !== null && to < parts.length ? branchTo(names[to] ?? '') : [],
        }),
      ),
    ),
  )

test('whatever is left out: locked steps stay as they were, in order, and no branch leads past one', () => {
  fc.assert(
    fc.property(anyWalk, fc.subarray(names), (all, out) => {
      const rest = leaveOutSteps(all, ({ id }) => out.includes(id))
      const locked = (of: Walk) => of.steps.filter((step) => step.locked)
      expect(locked(rest).map(({ id, text }) => [id, text])).toEqual(
        locked(all).map(({ id, text }) => [id, text]),
      )
      expect(ids(all).filter((id) => ids(rest).includes(id))).toEqual(ids(rest))
      for (const step of rest.steps)
        for (const [at, { to }] of step.branch.entries()) {
          expect(ids(rest)).toContain(to)
          const goal = all.steps.find(({ id }) => id === step.id)?.branch[at]?.to ?? ''
          const passed = all.steps.slice(ids(all).indexOf(goal), ids(all).indexOf(to))
          expect(passed.filter(({ locked }) => locked)).toEqual([])
        }
    }),
  )
})
