import type { Audience } from '../vocabulary/audience.ts'

/** What is known of a person in one app. What is not known is left out, and counts for nothing. */
export interface Person {
  roles: readonly string[]
  department?: string | undefined
  cohort?: string | undefined
  /** A language tag of any length. */
  language: string
  /** The app's build, as the policy says. */
  build?: string | undefined
  /** Whole days since the person was first seen in the app. */
  daysSinceFirst?: number | undefined
  hasCompleted: (walkthrough: string) => boolean
}

function isOneOf(wanted: readonly string[], facts: readonly (string | undefined)[]): boolean {
  return wanted.length === 0 || facts.some((fact) => fact !== undefined && wanted.includes(fact))
}

/** `3.2` stands for `3.2.1`, and not for `3.21`. */
function isOfBuild(wanted: string, build: string): boolean {
  return (
    build === wanted || (build.startsWith(wanted) && /^[.+_-]/.test(build.slice(wanted.length)))
  )
}

/** Whether the person has the experience that an audience asks for. */
export function hasExperience(
  audience: Pick<Audience, 'completed' | 'notCompleted'> | undefined,
  hasCompleted: Person['hasCompleted'],
): boolean {
  if (audience === undefined) return true
  return audience.completed.every(hasCompleted) && !audience.notCompleted.some(hasCompleted)
}

/** Whether the rest of an audience fits: what does not change by a walkthrough. */
export function isStandingFor(
  audience: Audience | undefined,
  person: Omit<Person, 'hasCompleted'>,
): boolean {
  if (audience === undefined) return true
  const { roles, departments, cohorts, languages, builds, newcomer } = audience
  const { build, daysSinceFirst } = person
  return (
    isOneOf(roles, person.roles) &&
    isOneOf(departments, [person.department]) &&
    isOneOf(cohorts, [person.cohort]) &&
    isOneOf(languages, [person.language, person.language.split('-', 1)[0]]) &&
    (builds.length === 0 ||
      (build !== undefined && builds.some((wanted) => isOfBuild(wanted, build)))) &&
    (newcomer === undefined || (daysSinceFirst !== undefined && daysSinceFirst < newcomer))
  )
}

/** Whether somebody is in an audience; without one, everybody is. What it asks for and nobody knows fails. */
export function isInAudience(audience: Audience | undefined, person: Person): boolean {
  return isStandingFor(audience, person) && hasExperience(audience, person.hasCompleted)
}
