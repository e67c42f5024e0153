import * as v from 'valibot'
import { identifier } from './identifier.ts'

const ids = v.optional(v.pipe(v.array(identifier), v.maxLength(20)), [])
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language: en or pt-BR'))
/** A build of the app as the policy names it, or its beginning: `3.2` stands for `3.2.1` too. */
export const buildSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][\w.+-]{0,39}$/, 'a build: letters, digits and .+-_, as 3.2.1'),
)

/** Days for which somebody may count as new to an app, at most. */
export const NEWCOMER_DAYS_MAX = 365

/**
 * Whom something is for. Each key that is given has to hold: of roles, departments, cohorts, languages
 * and builds one of them, of `completed` all, of `notCompleted` none.
 */
export const audienceSchema = v.strictObject({
  roles: ids,
  departments: ids,
  cohorts: ids,
  languages: v.optional(v.pipe(v.array(language), v.maxLength(20)), []),
  builds: v.optional(v.pipe(v.array(buildSchema), v.maxLength(20)), []),
  /** Walkthroughs that the person has completed. */
  completed: ids,
  notCompleted: ids,
  /** Within so many days since the person was first seen in the app; the first day counts. */
  newcomer: v.optional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(NEWCOMER_DAYS_MAX)),
  ),
})

/** Whom an overlay is for: what the policy says of somebody, and nothing that changes by itself. */
export const overlayAudienceSchema = v.pick(audienceSchema, ['roles', 'departments', 'cohorts'])

export type Audience = v.InferOutput<typeof audienceSchema>
