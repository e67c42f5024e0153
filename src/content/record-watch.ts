import { compareRecords, type RecordStanding } from '../walkthroughs/record-guard.ts'
import type { PackSight } from './lookout.ts'
import { recordText } from './record-text.ts'

/** A banner that is drawn piece by piece is the walkthrough's once it has said the same for so long, in ms. */
export const SETTLED_AFTER_MS = 1_000

/** The record that a walkthrough is in, in this document's memory: never stored, sent or put in a message. */
export interface HeldRecord {
  text?: string | undefined
}

interface Options {
  held: HeldRecord
  /** Runs an act after some ms; the result takes it back. */
  after: (ms: number, act: () => void) => () => void
  /** The record that is open has said the same for long enough. */
  onSettled: () => void
}

/** Tells whether the record that is open is the walkthrough's. What it has read never leaves it. */
export function createRecordWatch({ held, after, onSettled }: Options) {
  let open: string | undefined
  let part: Element | undefined
  let settling: { text: string; isOver: boolean; cancel: () => void } | undefined
  /** Screens that have said whose record is open. */
  const saying = new Set<string>()

  function settle(text: string | undefined): void {
    if (settling?.text === text) return
    settling?.cancel()
    settling = undefined
    if (text === undefined) return
    const begun = { text, isOver: false, cancel: () => {} }
    settling = begun
    begun.cancel = after(SETTLED_AFTER_MS, () => {
      begun.isOver = true
      onSettled()
    })
  }

  function standing({ pack: { app }, screen, find }: PackSight): RecordStanding {
    const { patient } = app
    if (screen === undefined || patient === undefined) return 'unsaid'
    const isSaying = saying.has(screen.id) || patient.screens.includes(screen.id)
    const finding = find(patient.target)
    if (finding.state === 'missing') return isSaying ? 'gone' : 'unsaid'
    saying.add(screen.id)
    if (finding.state === 'ambiguous') return 'gone'
    const except = patient.except.flatMap((id) => {
      const found = find(id)
      return found.state === 'found' ? [found.element] : []
    })
    part = finding.element
    const text = recordText(part, except)
    if (text === '') return 'gone'
    open = text
    return held.text === undefined ? 'unknown' : compareRecords(held.text, text)
  }

  return {
    /** Takes in a look. */
    read(seen: PackSight): RecordStanding {
      open = part = undefined
      const result = standing(seen)
      settle(open)
      // More is said of the same record.
      if (result === 'same') held.text = open
      return result
    },
    isSettled: () => settling?.isOver === true,
    /** The part of the page that was read, as of the last look. */
    part: () => part,
    /** The record that was open at the last look is the walkthrough's. */
    bind(): void {
      held.text = open
    },
    /** The walkthrough is over, or another one. */
    forget(): void {
      held.text = open = part = undefined
      saying.clear()
      settle(undefined)
    },
  }
}
