import type { Judged, Recipes, Verdict } from './page/judge.ts'

/** One recipe looked for once, by every tool. */
export interface Case {
  app: string
  screen: string
  target: string
  /** `a→b`, `b→a`, or a kind of drift. */
  passage: string
  isGone: boolean
  trait?: string | undefined
  recipes?: Recipes
  /** Why a tool would not describe the element, by tool. */
  refusals?: Record<string, string>
  verdicts: Record<string, Judged>
}

/** A case as it counts, without what was recorded of it or found instead. */
export function withoutDetails({ recipes: _, verdicts, ...about }: Case): Case {
  const bare = Object.entries(verdicts).map(([tool, { verdict }]) => [tool, { verdict }])
  return { ...about, verdicts: Object.fromEntries(bare) }
}

export type Counts = Record<Verdict, number> & { cases: number }

const none = (): Counts => ({ cases: 0, right: 0, wrong: 0, missing: 0, ambiguous: 0, refused: 0 })

/** How often a tool came to each verdict. */
export function count(cases: readonly Case[], tool: string): Counts {
  const counts = none()
  for (const { verdicts } of cases) {
    const judged = verdicts[tool]
    if (judged === undefined) continue
    counts.cases += 1
    counts[judged.verdict] += 1
  }
  return counts
}

/** A share as people read it; a dash where there was nothing to count. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
