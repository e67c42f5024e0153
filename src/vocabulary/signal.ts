import * as v from 'valibot'
import { EVENT_KINDS, type EventKind, entryOf } from './dictionary.ts'
import { ATTRIBUTE_NAMES } from './dictionary-entry.ts'
import { ELEMENT_REGIONS } from './element-regions.ts'
import { ELEMENT_ROLES } from './element-roles.ts'
import { identifier } from './identifier.ts'
import { FREQUENCY_IDS, SEVERITY_IDS } from './report-details.ts'
import { uid } from './uid.ts'

/** What an event is about: everything on the wire but time, count, cohort and uid. */
export const subjectEntries = {
  kind: v.picklist(EVENT_KINDS),
  app: v.optional(identifier),
  packVersion: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  screen: v.optional(identifier),
  target: v.optional(identifier),
  role: v.optional(v.picklist(ELEMENT_ROLES)),
  region: v.optional(v.picklist(ELEMENT_REGIONS)),
  walkthrough: v.optional(identifier),
  step: v.optional(identifier),
  survey: v.optional(identifier),
  task: v.optional(identifier),
  outcome: v.optional(identifier),
  severity: v.optional(v.picklist(SEVERITY_IDS)),
  often: v.optional(v.picklist(FREQUENCY_IDS)),
}

type Subject = v.InferOutput<v.StrictObjectSchema<typeof subjectEntries, undefined>>

/** Why a subject does not fit the dictionary's entry of its kind; nothing where it does. */
export function subjectFault(subject: Subject): string | undefined {
  const kind: EventKind = subject.kind
  const entry = entryOf(kind)
  for (const name of entry.required)
    if (subject[name] === undefined) return `${kind} needs '${name}'`
  for (const name of ATTRIBUTE_NAMES)
    if (
      subject[name] !== undefined &&
      !entry.required.includes(name) &&
      !entry.optional?.includes(name)
    )
      return `${kind} has no '${name}'`
  if (subject.region !== undefined && subject.target !== undefined)
    return 'a control of the pack needs no region'
  if (entry.outcomes === undefined)
    return subject.outcome === undefined ? undefined : `${kind} has no outcome`
  if (subject.outcome === undefined || !Object.hasOwn(entry.outcomes, subject.outcome))
    return `${kind} has an outcome that the dictionary does not hold`
  return undefined
}

/** Refuses what the dictionary does not hold. */
export function fitsDictionary<Input extends Subject>() {
  return v.check<Input, (issue: v.CheckIssue<Input>) => string>(
    (subject) => subjectFault(subject) === undefined,
    ({ input }) => subjectFault(input) ?? '',
  )
}

/** One event of a page, on its way from the content script to the worker. */
export const signalSchema = v.pipe(v.strictObject({ uid, ...subjectEntries }), fitsDictionary())

export type Signal = v.InferOutput<typeof signalSchema>

/** How many signals a page had to drop, and the uid that tells this report from its second sending. */
export const lossSchema = v.strictObject({
  uid,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000)),
})

export type Loss = v.InferOutput<typeof lossSchema>
