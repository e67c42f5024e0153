import { REPORT_CATEGORIES } from './report-categories.ts'

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

type Attribute =
  | 'screen'
  | 'target'
  | 'role'
  | 'walkthrough'
  | 'step'
  | 'survey'
  | 'severity'
  | 'often'

interface Entry {
  label: string
  meaning: string
  /** `friction` counts against the screen, `usage` is a denominator, `health` is about the pack. */
  class: 'friction' | 'usage' | 'guidance' | 'health'
  required: readonly Attribute[]
  optional?: readonly Attribute[]
  /** The closed set of outcomes, with their labels, where the kind has any. */
  outcomes?: Readonly<Record<string, string>>
}

const element = ['target', 'role'] as const

export const DICTIONARY = {
  visit: {
    label: 'Screen visit',
    meaning: 'A known screen was shown: the denominator of every rate',
    class: 'usage',
    required: ['screen'],
  },
  rage_click: {
    label: 'Rage click',
    meaning: 'Four or more presses on one control within a second, and nothing came of them',
    class: 'friction',
    required: ['screen'],
    optional: element,
  },
  multi_click: {
    label: 'Repeated press',
    meaning: 'Four or more quick presses on one control that did respond: not friction',
    class: 'usage',
    required: ['screen'],
    optional: element,
  },
  dead_click: {
    label: 'Dead click',
    meaning: 'A press on something that looks interactive, and nothing happened for three seconds',
    class: 'friction',
    required: ['screen'],
    optional: element,
  },
  validation_loop: {
    label: 'Validation loop',
    meaning: 'The same field was refused at two or more submits within a minute',
    class: 'friction',
    required: ['screen'],
    optional: element,
  },
  u_turn: {
    label: 'U-turn',
    meaning: 'Somebody opened this screen and went straight back without doing anything there',
    class: 'friction',
    required: ['screen'],
  },
  report: {
    label: 'Friction report',
    meaning: 'Somebody said that this screen is hard, and why; perhaps how much, and how often',
    class: 'friction',
    required: ['screen'],
    optional: [...element, 'severity', 'often'],
    outcomes: REPORT_CATEGORIES,
  },
  walkthrough: {
    label: 'Walkthrough',
    meaning: 'A walkthrough began or ended',
    class: 'guidance',
    required: ['walkthrough'],
    optional: ['screen'],
    outcomes: WALKTHROUGH_OUTCOMES,
  },
  step: {
    label: 'Walkthrough step',
    meaning: 'A step of a walkthrough was shown, done or skipped',
    class: 'guidance',
    required: ['walkthrough', 'step'],
    optional: ['screen'],
    outcomes: STEP_OUTCOMES,
  },
  survey: {
    label: 'Survey',
    meaning: 'A question was shown, answered by one of its closed answers, or put away for good',
    class: 'guidance',
    required: ['survey'],
    outcomes: SURVEY_OUTCOMES,
  },
  'target-missing': {
    label: 'Target missing',
    meaning: 'A target of the pack was not on its screen',
    class: 'health',
    required: ['screen', 'target'],
  },
  'target-ambiguous': {
    label: 'Target ambiguous',
    meaning: 'More than one element fits a target, so none was pointed at',
    class: 'health',
    required: ['screen', 'target'],
  },
  lost: {
    label: 'Records lost',
    meaning: 'Records that were dropped before the collector had them',
    class: 'health',
    required: [],
    outcomes: LOSS_OUTCOMES,
  },
} as const satisfies Record<string, Entry>

export type EventKind = keyof typeof DICTIONARY
export type WalkthroughOutcome = keyof typeof WALKTHROUGH_OUTCOMES
export type SurveyOutcome = keyof typeof SURVEY_OUTCOMES
export type StepOutcome = keyof typeof STEP_OUTCOMES
export type FrictionKind = {
  [Kind in EventKind]: (typeof DICTIONARY)[Kind]['class'] extends 'friction' ? Kind : never
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
