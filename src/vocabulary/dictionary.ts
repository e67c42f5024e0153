import { COUNT_BUCKETS } from './bucket.ts'
import { CLINICAL_SIGNALS } from './clinical-signals.ts'
import type { Entry } from './dictionary-entry.ts'
import { FRICTION_SIGNALS } from './friction-signals.ts'
import { REPORT_CATEGORIES } from './report-categories.ts'
import { REACHED_OUTCOMES, TASK_OUTCOMES } from './signal-outcomes.ts'

/**
 * The dictionary: every kind of event that Handrail can count, and every attribute that one may
 * carry. Types, validators, dashboard labels and `docs/data-dictionary.md` are made from it.
 * What is not in it can't be built, sent or accepted.
 */
export const DICTIONARY_VERSION = '1.2.0'

/** How a walkthrough began and ended. */
export const WALKTHROUGH_OUTCOMES = {
  started: 'Started',
  completed: 'Completed',
  dismissed: 'Dismissed by the person',
  abandoned: 'Left unfinished',
  blocked: 'Stopped: its target was not there',
} as const

/** What became of one step. `shown` only after it was painted and in view. */
export const STEP_OUTCOMES = { shown: 'Shown', done: 'Done', skipped: 'Skipped' } as const

/** Why records never reached the collector. */
export const LOSS_OUTCOMES = {
  age: 'Older than the queue keeps',
  bytes: 'The queue was full',
  corrupt: 'The local store was damaged',
  rejected: 'The collector refused them',
  held: 'A page could hold no more while the extension was away',
  version: 'Of a release that this one can’t read',
} as const

/** Answers of one survey, at most. */
export const SURVEY_ANSWERS_MAX = 5
/** What became of a question. An answer is its place in the pack's list, and no words. */
export const SURVEY_OUTCOMES = {
  asked: 'Asked',
  declined: 'Does not want to be asked',
  'answer-1': 'Answer 1',
  'answer-2': 'Answer 2',
  'answer-3': 'Answer 3',
  'answer-4': 'Answer 4',
  'answer-5': 'Answer 5',
} as const

const element = ['target', 'role', 'region'] as const
/** What every kind has in common: its counts and how long it is kept. */
const tallied = { counts: COUNT_BUCKETS, retention: 'tallied' } as const

export const DICTIONARY = {
  visit: {
    ...tallied,
    label: 'Screen visit',
    meaning: 'A known screen was shown: the denominator of every rate',
    class: 'usage',
    version: 1,
    required: ['screen'],
    sensitivity: 'interaction',
    validation:
      'Tested to be none: coming back from a dialog; a moment that no rule knows; a restart of Handrail. A screen that its rule misses is no visit.',
  },
  press: {
    ...tallied,
    label: 'Presses of a visit',
    meaning: 'Presses within one visit of a screen, told as 1, 2, 4, 8 and so on are reached',
    class: 'usage',
    version: 1,
    required: ['screen'],
    outcomes: REACHED_OUTCOMES,
    sensitivity: 'interaction',
    validation:
      'A lower bound: what lies between two bounds is not told. Tested to be none: presses by script, with another button or a modifier, and on Handrail itself.',
  },
  task: {
    ...tallied,
    label: 'Task',
    meaning: 'A task of the pack was begun, done or left',
    class: 'usage',
    version: 1,
    required: ['task'],
    outcomes: TASK_OUTCOMES,
    sensitivity: 'interaction',
    validation:
      'Begun where its first screen shows, done where the pack’s conditions hold. Known only while the page itself stays.',
  },
  ...FRICTION_SIGNALS,
  multi_click: {
    ...tallied,
    label: 'Repeated press',
    meaning: 'Four or more quick presses on one control that did respond: not friction',
    class: 'usage',
    version: 1,
    required: ['screen'],
    optional: element,
    sensitivity: 'interaction',
    validation: 'Told beside rage clicks, so that the two can be compared.',
  },
  ...CLINICAL_SIGNALS,
  report: {
    ...tallied,
    label: 'Friction report',
    meaning: 'Somebody said that this screen is hard, and why; perhaps how much, and how often',
    class: 'friction',
    version: 1,
    required: ['screen'],
    optional: [...element, 'severity', 'often'],
    outcomes: REPORT_CATEGORIES,
    sensitivity: 'opinion',
    validation: 'What people say is what it is. Who never reports is not heard.',
  },
  walkthrough: {
    ...tallied,
    label: 'Walkthrough',
    meaning: 'A walkthrough began or ended',
    class: 'guidance',
    version: 1,
    required: ['walkthrough'],
    optional: ['screen'],
    outcomes: WALKTHROUGH_OUTCOMES,
    sensitivity: 'interaction',
    validation:
      'Tested over reloads, frames, tabs and updates. One that ends with the browser is not counted.',
  },
  step: {
    ...tallied,
    label: 'Walkthrough step',
    meaning: 'A step of a walkthrough was shown, done or skipped',
    class: 'guidance',
    version: 1,
    required: ['walkthrough', 'step'],
    optional: ['screen'],
    outcomes: STEP_OUTCOMES,
    sensitivity: 'interaction',
    validation: 'Shown only once it was painted and in view.',
  },
  survey: {
    ...tallied,
    label: 'Survey',
    meaning: 'A question was shown, answered by one of its closed answers, or put away for good',
    class: 'guidance',
    version: 1,
    required: ['survey'],
    outcomes: SURVEY_OUTCOMES,
    sensitivity: 'opinion',
    validation: 'Who puts a question off is not counted.',
  },
  'target-missing': {
    ...tallied,
    label: 'Target missing',
    meaning: 'A target of the pack was not on its screen',
    class: 'health',
    version: 1,
    required: ['screen', 'target'],
    sensitivity: 'technical',
    validation: 'Judged on its own screen, after eight seconds of waiting.',
  },
  'target-ambiguous': {
    ...tallied,
    label: 'Target ambiguous',
    meaning: 'More than one element fits a target, so none was pointed at',
    class: 'health',
    version: 1,
    required: ['screen', 'target'],
    sensitivity: 'technical',
    validation: 'Nothing is pointed at: showing nothing is better than the wrong control.',
  },
  lost: {
    ...tallied,
    label: 'Records lost',
    meaning: 'Records that were dropped before the collector had them',
    class: 'health',
    version: 1,
    required: [],
    outcomes: LOSS_OUTCOMES,
    sensitivity: 'technical',
    validation:
      'Counted when it happens; records that are lost with a whole profile are not known.',
  },
} as const satisfies Record<string, Entry>

export type EventKind = keyof typeof DICTIONARY
export type WalkthroughOutcome = keyof typeof WALKTHROUGH_OUTCOMES
export type SurveyOutcome = keyof typeof SURVEY_OUTCOMES
export type StepOutcome = keyof typeof STEP_OUTCOMES
export type FrictionKind = {
  [Kind in EventKind]: (typeof DICTIONARY)[Kind]['class'] extends 'friction' ? Kind : never
}[EventKind]

export type OptInKind = {
  [Kind in EventKind]: (typeof DICTIONARY)[Kind] extends { optIn: string } ? Kind : never
}[EventKind]

export const EVENT_KINDS = Object.keys(DICTIONARY) as EventKind[]

/** The dictionary's entry for a kind, in the general form. */
export function entryOf(kind: EventKind): Entry {
  return DICTIONARY[kind]
}

/** The kinds that count against a screen. */
export const FRICTION_KINDS = EVENT_KINDS.filter(
  (kind): kind is FrictionKind => entryOf(kind).class === 'friction',
)

/** What a person reads for an outcome of a kind; the bare outcome where it has no label. */
export function outcomeLabel(kind: EventKind, outcome: string): string {
  return entryOf(kind).outcomes?.[outcome] ?? outcome
}

/** The kinds that are off until a policy or a pack names them. */
export const OPT_IN_KINDS = EVENT_KINDS.filter(
  (kind): kind is OptInKind => entryOf(kind).optIn !== undefined,
)
