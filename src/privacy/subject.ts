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

/** The same text for the same subject, whatever the order of its fields. */
export function subjectKey(subject: Subject): string {
  const key = FIELDS.map((field) => subject[field] ?? '').join('|')
  // Keys that earlier releases have stored must stay what they are, or a client counts twice.
  const later = [subject.survey, subject.region, subject.task]
  const last = later.findLastIndex((value) => value !== undefined)
  return [key, ...later.slice(0, last + 1).map((value) => value ?? '')].join('|')
}
