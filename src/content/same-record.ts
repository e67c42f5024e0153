import { compareRecords } from '../walkthroughs/record-guard.ts'
import { recordText } from './record-text.ts'
import type { Seen } from './sensing/seen.ts'

/** FNV-1a over UTF-16 units, begun with a salt: a mark to compare by, in memory only. */
function markOf(text: string, salt: number): number {
  let mark = 0x811c9dc5 ^ salt
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193)
  return mark >>> 0
}

/**
 * Tells whether the record that is open is the one that was open before. Of what the banner says only
 * salted marks are held, in memory, and only the answer is told: `unsettled` until the banner has said
 * the same twice, or where there is none.
 */
export function createSameRecord(salt: number) {
  let held: string | undefined
  let last: string | undefined

  function marksOf({ pack, find }: Seen): string {
    const { patient } = pack.app
    const part = patient && find(patient.target)
    if (patient === undefined || part === undefined) return ''
    const except = patient.except.flatMap((target) => find(target) ?? [])
    const lines = recordText(part, except).split('\n')
    return lines
      .filter((line) => line !== '')
      .map((line) => markOf(line, salt))
      .join('\n')
  }

  return {
    read(seen: Seen): 'unsettled' | 'first' | 'same' | 'other' {
      const marks = marksOf(seen)
      const isSettled = marks !== '' && marks === last
      last = marks
      if (!isSettled) return 'unsettled'
      const before = held
      held = marks
      if (before === undefined) return 'first'
      return compareRecords(before, marks) === 'other' ? 'other' : 'same'
    },
  }
}
