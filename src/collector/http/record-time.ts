import { RETENTION_DAYS } from '../../vocabulary/dictionary-entry.ts'
import type { Note } from '../../vocabulary/note.ts'
import type { Tally } from '../../vocabulary/tally.ts'

/** Clients keep records for 14 days; a day more allows for their clocks. */
export const RECORD_AGE_MAX_HOURS = RETENTION_DAYS.record * 24
/** A clock may run ahead by a day. */
export const RECORD_AHEAD_MAX_HOURS = 24

/** Sets aside the records whose hour can't be true at `nowHour` (epoch hours). */
export function splitByTime(tallies: readonly Tally[], nowHour: number) {
  const timely: Tally[] = []
  const faults: string[] = []
  for (const tally of tallies) {
    if (tally.hour > nowHour + RECORD_AHEAD_MAX_HOURS) faults.push('an hour in the future')
    else if (tally.hour < nowHour - RECORD_AGE_MAX_HOURS) faults.push('older than 15 days')
    else timely.push(tally)
  }
  return { timely, faults }
}

/** The same for notes, which have a day, at `today` (UTC days since 1970). */
export function splitNotesByTime(notes: readonly Note[], today: number) {
  const timely: Note[] = []
  const faults: string[] = []
  for (const note of notes) {
    if (note.day > today + 1) faults.push('a day in the future')
    else if (note.day < today - RECORD_AGE_MAX_HOURS / 24) faults.push('older than 15 days')
    else timely.push(note)
  }
  return { timely, faults }
}
