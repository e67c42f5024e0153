/** What an event may be about, besides its kind: what the value is, and where it comes from. */
export const ATTRIBUTES = {
  screen: 'A screen of the pack, by its id',
  target: 'A control of the pack, by its id',
  role: 'The role of an element outside the pack, from a closed list',
  region: 'The part of the page that an element outside the pack stands in, from a closed list',
  walkthrough: 'A walkthrough of the pack, by its id',
  step: 'A step of that walkthrough, by its id',
  survey: 'A question of the pack, by its id',
  task: 'A task of the pack, by its id',
  severity: 'How much harm it does, from a closed list',
  often: 'How often it happens, from a closed list',
} as const

export type Attribute = keyof typeof ATTRIBUTES
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as Attribute[]

export const CLASSES = {
  friction: 'Friction: counts against the screen',
  measure: 'Measure: says how the work goes, and counts against nothing',
  usage: 'Usage: what friction is measured against',
  guidance: 'Guidance: what became of Handrail’s own help',
  health: 'Health: whether the pack and the delivery work',
} as const

/** How far a kind tells of people, and so how carefully it is to be shown. */
export const SENSITIVITIES = {
  technical: 'Technical: tells how the pack, the app or the delivery works',
  interaction: 'Interaction: tells how people use the interface',
  practice:
    'Practice: tells how people do their clinical work. Show it to the teams that it is about before anybody else, and judge nobody by it',
  opinion: 'Opinion: what somebody said of their own accord',
} as const

/** What a kind is shown against: a count by itself is not friction. */
export const DENOMINATORS = {
  visit: 'per 100 visits',
  press: 'per 100 presses',
  task: 'per task',
} as const

export type Denominator = keyof typeof DENOMINATORS

/** Days after which what was counted is gone, the longest that each is kept. */
export const RETENTION_DAYS = {
  /** Waiting in the browser. */
  queue: 14,
  /** In the browser's 'what was sent' log. */
  log: 14,
  /** Older ones are not taken by the collector, which knows a record again for as long, and a day. */
  record: 15,
  /** Sums of an hour at the collector, unless it is told otherwise. */
  sums: 820,
  /** Comments and wireframes at the collector, unless it is told otherwise. */
  notes: 180,
} as const

export const RETENTION = {
  tallied: `Up to ${RETENTION_DAYS.queue} days in the browser while it waits and ${RETENTION_DAYS.log} in the log of what was sent; at the collector ${RETENTION_DAYS.record + 1} days as a record and ${RETENTION_DAYS.sums} days in sums of an hour`,
} as const

/** What the dictionary says of one kind of event. */
export interface Entry {
  label: string
  meaning: string
  class: keyof typeof CLASSES
  /** Raised when what is counted changes: figures of two versions are not one series. */
  version: number
  /** What it is shown against, beside the screen's visits. */
  per?: Denominator
  required: readonly Attribute[]
  optional?: readonly Attribute[]
  /** The closed set of outcomes, with their labels, where the kind has any. */
  outcomes?: Readonly<Record<string, string>>
  /** Lower bounds of the buckets that its counts are told in. */
  counts: readonly number[]
  sensitivity: keyof typeof SENSITIVITIES
  retention: keyof typeof RETENTION
  /** Off until a policy names it, or a pack where that is said. */
  optIn?: 'policy' | 'policy or pack'
  /** What is known of how right it is, and which false alarms are tested. */
  validation: string
}
