import type { GuideView } from '../overlay/guide.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { createAwaited } from './awaited.ts'
import type { Concern } from './ground.ts'
import type { Guide } from './guide.ts'
import { isInDoubt, rowOf } from './surroundings.ts'
import { areOfElement, bringsAlert } from './urgent.ts'

type Asked = Pick<Guide, 'awaited' | 'recordPart' | 'doubts'>

/** What is pointed at or waited for, and which changes of the page concern it. */
export function createConcerns(guide: Asked) {
  const { doubts } = guide
  /** What the callout points at: a hint, which may stand for long, hurries no look. */
  let stepTarget: Element | undefined
  /** Its row, until it is shown anew: it can't leave that without a change in it. */
  let stepRow: Element | undefined
  /** What the step waits for, and which changes may have brought it. */
  let awaited: { anchor: Anchor; isBroughtBy: (change: MutationRecord) => boolean } | undefined
  /** What hints point at, and what says whose record it is: no glance tells of these. */
  let beside: Element[] = []

  return {
    /** This is shown from now on. */
    shown({ callout, hints }: Pick<GuideView, 'callout' | 'hints'>): void {
      stepTarget = callout?.target
      stepRow = stepTarget && rowOf(stepTarget)
      const anchor = guide.awaited()
      if (anchor !== awaited?.anchor)
        awaited = anchor && { anchor, isBroughtBy: createAwaited(anchor) }
      beside = hints.flatMap(({ target }) => target ?? [])
      const recordPart = guide.recordPart()
      if (recordPart) beside.push(recordPart)
    },
    /** Puts in doubt what changes that are looked at later may have changed; whether nothing was before. */
    delayed(changes: readonly MutationRecord[]): boolean {
      const wasInDoubt = doubts.isAny()
      if (!doubts.isRest() && beside.some((target) => isInDoubt(target, changes)))
        doubts.doubtRest()
      if (!doubts.isAny() && stepTarget && isInDoubt(stepTarget, changes, stepRow))
        doubts.doubtTarget()
      return doubts.isAny() !== wasInDoubt
    },
    /** Silences Handrail where these changes have brought up an alert; whether they have. */
    alerted(changes: readonly MutationRecord[]): boolean {
      if (doubts.isAlerted() || !bringsAlert(changes, stepTarget)) return false
      doubts.alerted()
      return true
    },
    /** What changes ask for without delay. */
    of(changes: readonly MutationRecord[]): Concern | undefined {
      if (areOfElement(changes, guide.recordPart())) return 'look'
      if (awaited && changes.some(awaited.isBroughtBy)) return 'look'
      return areOfElement(changes, stepTarget, stepRow) ? 'glance' : undefined
    },
  }
}
