import type { Person } from '../walkthroughs/audience.ts'
import type { Effective } from './settings.ts'

type Facts = Pick<Effective, 'roles' | 'department' | 'cohort' | 'appBuilds'>

/** What is known of the person in an app. All of it comes from settings and this browser's own days. */
export function personOf(
  { roles, department, cohort, appBuilds }: Facts,
  app: string,
  language: string,
  daysSinceFirst: number | undefined,
): Omit<Person, 'hasCompleted'> {
  const build = appBuilds.find((one) => one.startsWith(`${app}@`))?.slice(app.length + 1)
  return { roles, department, cohort, language, build, daysSinceFirst }
}
