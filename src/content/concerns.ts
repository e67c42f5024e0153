import type { Change } from '../anchors/change.ts'
import type { GuideView } from '../overlay/guide.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { createAwaited } from './awaited.ts'
import type { Concern } from './ground.ts'
import type { Guide } from './guide.ts'
import { createNaming, isInDoubt, rowOf } from './surroundings.ts'
import { areOfElement, bringsAlert } from './urgent.ts'

type Asked = Pick<Guide, 'awaited' | 'recordPart' | 'doubts'>

/** A part of the page, and its row until it is shown anew: it can't leave that without a change in it. */
interface Part {
  element: Element
  row: Element
}

const partOf = (element: Element): Part => ({ element, row: rowOf(element) })

/** What is pointed at or waited for, and which changes of the page concern it. */
export function createConcerns(guide: Asked) {
  const { doubts } = guide
  /** What the callout points at: a hint, which may stand for long, hurries no look. */
  let step: Part | undefined
  /** What the step waits for, and which changes may have brought it. */
  let awaited: { anchor: Anchor; isBroughtBy: (change: Change) => boolean } | undefined
  /** What hints point at, and what says whose record it is: no glance tells of these. */
  let beside: Part[] = []
  let record: Part | undefined
  let isNaming = createNaming()

  const isDoubtful = ({ element, row }: Part, changes: readonly Change[]) =>
    isInDoubt(element, changes, row, isNaming)

  return {
    /** This is shown from now on. */
    shown({ callout, hints }: Pick<GuideView, 'callout' | 'hints'>): void {
      step = callout?.target && partOf(callout.target)
      const anchor = guide.awaited()
      if (anchor !== awaited?.anchor)
        awaited = anchor && { anchor, isBroughtBy: createAwaited(anchor) }
      const recordPart = guide.recordPart()
      record = recordPart && partOf(recordPart)
      beside = hints.flatMap(({ target }) => (target ? partOf(target) : []))
      if (record) beside.push(record)
      isNaming = createNaming()
    },
    /** Puts in doubt what changes that are looked at later may have changed; whether nothing was before. */
    delayed(changes: readonly Change[]): boolean {
      const wasInDoubt = doubts.isAny()
      if (!doubts.isRest() && beside.some((part) => isDoubtful(part, changes))) doubts.doubtRest()
      if (!doubts.isAny() && step && isDoubtful(step, changes)) doubts.doubtTarget()
      return doubts.isAny() !== wasInDoubt
    },
    /** Silences Handrail where these changes have brought up an alert; whether they have. */
    alerted(changes: readonly Change[]): boolean {
      if (doubts.isAlerted() || !bringsAlert(changes, step?.element)) return false
      doubts.alerted()
      return true
    },
    /** What changes ask for without delay. */
    of(changes: readonly Change[]): Concern | undefined {
      if (areOfElement(changes, record?.element, record?.row)) return 'look'
      if (awaited && changes.some(awaited.isBroughtBy)) return 'look'
      return areOfElement(changes, step?.element, step?.row) ? 'glance' : undefined
    },
  }
}
