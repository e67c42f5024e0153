import type { RecordStanding } from '../walkthroughs/record-guard.ts'
import type { PackSight } from './lookout.ts'
import { recordText } from './record-text.ts'

/** The record that a walkthrough is in, in this document's memory: never stored, sent or put in a message. */
export interface HeldRecord {
  text?: string | undefined
}

/** Tells whether the record that is open is the walkthrough's. What it has read never leaves it. */
export function createRecordWatch(held: HeldRecord) {
  let open: string | undefined
  let part: Element | undefined
  /** Screens that have said whose record is open. */
  const saying = new Set<string>()

  function read(seen: PackSight): RecordStanding {
    open = part = undefined
    const screen = seen.screen
    const named = screen?.patient ?? seen.pack.app.patient
    if (screen === undefined || named === undefined) return 'unsaid'
    const finding = seen.find(named.target)
    const isSaying = saying.has(screen.id)
    if (finding.state === 'missing') return isSaying ? 'gone' : 'unsaid'
    saying.add(screen.id)
    if (finding.state === 'ambiguous') return 'gone'
    const except = named.except.flatMap((id) => {
      const found = seen.find(id)
      return found.state === 'found' ? [found.element] : []
    })
    part = finding.element
    const text = recordText(part, except)
    if (text === '') return 'gone'
    open = text
    if (held.text === undefined) return 'unknown'
    return held.text === text ? 'same' : 'other'
  }

  return {
    read,
    /** The part of the page that was read, as of the last look. */
    part: () => part,
    /** The record that was open at the last look is the walkthrough's. */
    bind(): void {
      held.text = open
    },
    /** The walkthrough is over, or another one. */
    forget(): void {
      held.text = undefined
      saying.clear()
      open = part = undefined
    },
  }
}
