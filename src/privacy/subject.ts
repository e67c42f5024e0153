import type { Tally } from '../vocabulary/tally.ts'

/** What an event is about, as the worker has checked it: no time, no count, nothing of a person. */
export type Subject = Pick<
  Tally,
  | 'kind'
  | 'app'
  | 'packVersion'
  | 'screen'
  | 'target'
  | 'role'
  | 'walkthrough'
  | 'step'
  | 'outcome'
  | 'survey'
  | 'region'
  | 'task'
  | 'severity'
  | 'often'
>

const FIELDS = [
  'kind',
  'app',
  'packVersion',
  'screen',
  'target',
  'role',
  'walkthrough',
  'step',
  'outcome',
] as const satisfies (keyof Subject)[]

/**
 * The same text for the same subject, whatever the order of its fields. How much a report hurts and how
 * often is no part of it: somebody who says it twice, and differently, is one client.
 */
export function subjectKey(subject: Subject): string {
  const key = FIELDS.map((field) => subject[field] ?? '').join('|')
  // Keys that earlier releases have stored must stay what they are, or a client counts twice.
  const later = [subject.survey, subject.region, subject.task]
  const last = later.findLastIndex((value) => value !== undefined)
  return [key, ...later.slice(0, last + 1).map((value) => value ?? '')].join('|')
}

/** The key of what is counted by itself: of a report, how much it hurts and how often too. */
export function countedKey(subject: Subject): string {
  const { severity, often } = subject
  const key = subjectKey(subject)
  return severity === undefined && often === undefined
    ? key
    : `${key}|${severity ?? ''}|${often ?? ''}`
}
