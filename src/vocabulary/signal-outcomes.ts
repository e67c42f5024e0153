import { REACHED, type Reached } from './bucket.ts'

/** `4 or more` of what a kind counts within one visit or spell. */
export const REACHED_OUTCOMES = Object.fromEntries(
  Object.entries(REACHED).map(([outcome, bound]) => [outcome, `${bound} or more`]),
) as Record<Reached, string>

/** What became of a task of the pack. */
export const TASK_OUTCOMES = {
  started: 'Started',
  done: 'Done',
  left: 'Not done within half an hour',
} as const

/** Presses that a task took. */
export const TASK_PRESSES = {
  'presses-1': '1–3 presses',
  'presses-4': '4–7 presses',
  'presses-8': '8–15 presses',
  'presses-16': '16–31 presses',
  'presses-32': '32–63 presses',
  'presses-64': '64 or more presses',
} as const

/** Why nothing came of a search in Handrail's own help. */
export const SEARCH_OUTCOMES = {
  'nothing-found': 'Nothing was found',
  'not-opened': 'Nothing that was found was opened',
} as const

/** How what had been copied before another window came back. */
export const TRANSCRIPTION_OUTCOMES = {
  pasted: 'Pasted',
  retyped: 'Typed',
} as const

/** What a person did with a required step. */
export const WORKAROUND_OUTCOMES = {
  skipped: 'Left out',
  'out-of-order': 'Done after a later one',
  'typed-scan': 'Typed where a scan is wanted',
} as const

/** How far back the time lies that was entered. */
export const LATE_OUTCOMES = {
  'under-15-min': 'Less than 15 minutes',
  'under-1-h': '15 minutes to an hour',
  'under-4-h': '1 to 4 hours',
  'over-4-h': '4 hours or more',
} as const

export type TaskOutcome = keyof typeof TASK_OUTCOMES
export type TaskPresses = keyof typeof TASK_PRESSES
export type SearchOutcome = keyof typeof SEARCH_OUTCOMES
export type TranscriptionOutcome = keyof typeof TRANSCRIPTION_OUTCOMES
export type WorkaroundOutcome = keyof typeof WORKAROUND_OUTCOMES
export type LateOutcome = keyof typeof LATE_OUTCOMES
