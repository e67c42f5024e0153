import * as v from 'valibot'
import { articleSchema } from './article.ts'
import { audienceSchema } from './audience.ts'
import { conditionSchema } from './condition.ts'
import { anchorSchema } from './evidence.ts'
import { identifier } from './identifier.ts'
import { KEYWORDS_MAX } from './lengths.ts'
import { linkHost } from './link-host.ts'
import { packSignalsSchema, taskSchema } from './pack-signals.ts'
import { pictureSchema } from './picture.ts'
import { matchPattern } from './site.ts'
import { surveySchema } from './survey.ts'
import { offerSchema, quietHoursSchema, timingEntries } from './timing.ts'
import { urlRule } from './url-rule.ts'
import { dayOfYear, label, list, longMarkdown, markdown } from './written.ts'

export const PACK_FORMAT = 'handrail.pack/1'
/** A pack's bytes, at most: 2 MiB. Real packs are some tens of KiB. */
export const PACK_BYTES_MAX = 2 * 1024 * 1024

const languageTag = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language: en or pt-BR'),
)

/** The part of the page that says whose record is open: the patient banner. */
const patient = v.strictObject({
  target: identifier,
  /** Parts of it that say something else and change meanwhile, such as a queue's state. */
  except: list(identifier, 10),
  /** Screens that always show it: while it is missing there, it is still being drawn. */
  screens: list(identifier, 500),
})

const screen = v.strictObject({
  id: identifier,
  title: label,
  /** Higher wins where several rules hold: a form that opens over a page outranks the page. */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 0),
  /** Opens over another screen, as a form or a panel does: coming back from it is no u-turn. */
  dialog: v.optional(v.boolean(), false),
  /** Shown by a frame within a page, and there only. All others are of the page itself, never of a frame. */
  frame: v.optional(v.boolean(), false),
  when: v.strictObject({
    url: list(urlRule, 20),
    present: list(anchorSchema, 8),
    absent: list(anchorSchema, 8),
  }),
  /** Paths at which this screen shows: checked against its own rule and every other one's. */
  examples: list(v.pipe(v.string(), v.startsWith('/'), v.maxLength(300)), 10),
  noCover: list(identifier, 20),
  ignore: list(identifier, 50),
  /** For signing: nothing comes up on it but the walkthrough's own steps. */
  signing: v.optional(v.boolean(), false),
})

const target = v.strictObject({ id: identifier, label, anchor: anchorSchema })

export const advanceSchema = v.union(
  [
    v.strictObject({ on: v.literal('next') }),
    v.strictObject({ on: v.literal('press') }),
    v.strictObject({ on: v.literal('input') }),
    v.strictObject({ on: v.literal('screen'), screen: identifier }),
    v.strictObject({ on: v.picklist(['present', 'absent', 'enabled']), target: identifier }),
  ],
  'advance is on next, press, input, screen (with a screen) or present/absent/enabled (with a target)',
)

const audience = v.optional(audienceSchema)

const step = v.strictObject({
  id: identifier,
  target: v.optional(identifier),
  screen: v.optional(identifier),
  text: markdown,
  picture: v.optional(identifier),
  placement: v.optional(v.picklist(['auto', 'top', 'bottom', 'left', 'right']), 'auto'),
  advance: advanceSchema,
  requires: list(conditionSchema, 8),
  doneWhen: list(conditionSchema, 8),
  missing: v.optional(v.picklist(['wait', 'skip', 'stop']), 'wait'),
  skippable: v.optional(v.boolean(), false),
  /** Required by the organisation: nobody skips, leaves out or rewords it. */
  locked: v.optional(v.boolean(), false),
  /** It is in a record that the walkthrough has just made or opened: its own from here on, and none is before. */
  newRecord: v.optional(v.boolean(), false),
  /** The part that it belongs to: who knows that part may have its steps left out. */
  section: v.optional(identifier),
  branch: list(v.strictObject({ when: v.array(conditionSchema), to: identifier }), 8),
})

/** A step that goes through another walkthrough of the pack, and then on. */
const call = v.strictObject({
  id: identifier,
  walkthrough: identifier,
  branch: list(v.strictObject({ when: v.array(conditionSchema), to: identifier }), 8),
})

const isObjectWith = (key: string, input: unknown) =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, key)

/** Told apart by one key, so that what is wrong with a step is said of that kind of step. */
const stepOrCall = v.lazy((input): typeof step | typeof call =>
  isObjectWith('walkthrough', input) ? call : step,
)

const walkthrough = v.strictObject({
  id: identifier,
  title: label,
  summary: v.pipe(v.string(), v.maxLength(240)),
  keywords: list(label, KEYWORDS_MAX),
  /** Where it begins; the help panel lists it first on these screens. */
  screens: v.pipe(v.array(identifier), v.minLength(1), v.maxLength(20)),
  steps: v.pipe(v.array(stepOrCall), v.minLength(1), v.maxLength(60)),
  /** Required by the organisation: nobody hides or changes it. */
  locked: v.optional(v.boolean(), false),
  audience,
  /** Offered by itself, on its screens. */
  offer: v.optional(offerSchema),
  owner: label,
  reviewBy: dayOfYear,
})

/** A word beside one control, outside any walkthrough. */
const hint = v.strictObject({
  id: identifier,
  screen: identifier,
  target: identifier,
  title: v.optional(label),
  text: markdown,
  /** A beacon is a mark that opens when pressed; a tip stands beside a field while that has the focus. */
  kind: v.picklist(['beacon', 'tip']),
  /** Raised when it says something new: whoever has put it away then sees it again. */
  version: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
  audience,
})

const checklistItem = v.pipe(
  v.strictObject({
    id: identifier,
    text: label,
    /** Ticked when this was completed … */
    walkthrough: v.optional(identifier),
    /** … or this was reached. */
    screen: v.optional(identifier),
  }),
  v.check(
    ({ walkthrough, screen }) => (walkthrough === undefined) !== (screen === undefined),
    'an item is ticked by a walkthrough or by a screen: name one of the two',
  ),
)

/** What somebody gets to know one by one, with what is done ticked off. */
const checklist = v.strictObject({
  id: identifier,
  title: label,
  items: v.pipe(v.array(checklistItem), v.minLength(1), v.maxLength(20)),
  audience,
  /** Offered by itself, on every known screen. */
  offer: v.optional(offerSchema),
})

/** What is new, from one day to another, both of them included. */
const announcement = v.strictObject({
  id: identifier,
  title: label,
  text: markdown,
  from: dayOfYear,
  until: dayOfYear,
  /** Where it may come up; without any, on every known screen. */
  screens: list(identifier, 20),
  /** About safety: comes up whatever else has come up today. */
  safety: v.optional(v.boolean(), false),
  audience,
  ...timingEntries,
})

/** Translations: `{fr: {'walkthroughs.record-vitals.title': …}}`; keys in `texts.ts`. */
const texts = v.optional(
  v.record(languageTag, v.record(v.pipe(v.string(), v.maxLength(200)), longMarkdown)),
  {},
)

/** What packs and their overlays are made of. */
export const packParts = { list, target, step, walkthrough, hint, checklist, announcement, texts }

export const packSchema = v.strictObject({
  format: v.literal(PACK_FORMAT),
  id: identifier,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  locale: v.optional(languageTag, 'en'),
  app: v.strictObject({
    id: identifier,
    name: label,
    sites: v.pipe(v.array(matchPattern), v.minLength(1), v.maxLength(50)),
    testedWith: list(label, 20),
    patient: v.optional(patient),
    /** Parts of the page that are there while somebody signs, such as a dialog for the signature. */
    signing: list(identifier, 20),
  }),
  screens: v.pipe(v.array(screen), v.minLength(1), v.maxLength(2000)),
  targets: list(target, 5000),
  walkthroughs: list(walkthrough, 500),
  hints: list(hint, 500),
  checklists: list(checklist, 50),
  announcements: list(announcement, 50),
  articles: list(articleSchema, 500),
  surveys: list(surveySchema, 50),
  tasks: list(taskSchema, 100),
  signals: v.optional(packSignalsSchema, {}),
  /** Shown by steps and articles, by their ids. */
  pictures: list(pictureSchema, 50),
  /** Hosts of the organisation's own material: texts link to these, and to nothing else. */
  links: list(linkHost, 50),
  quietHours: list(quietHoursSchema, 5),
  texts,
})

export type Pack = v.InferOutput<typeof packSchema>
/** A pack as it is written: with what has a default left out. */
export type PackSource = v.InferInput<typeof packSchema>
export type Screen = Pack['screens'][number]
export type Target = Pack['targets'][number]
export type Walkthrough = Pack['walkthroughs'][number]
export type Step = v.InferOutput<typeof step>
export type Call = v.InferOutput<typeof call>
export type Announcement = Pack['announcements'][number]
export type Checklist = Pack['checklists'][number]
export type Hint = Pack['hints'][number]
export type { Condition } from './condition.ts'
export type Advance = v.InferOutput<typeof advanceSchema>
