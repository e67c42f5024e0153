import { pageDrifts } from './drift/of-page.ts'
import { targetDrifts } from './drift/of-target.ts'
import { type Judged, judge, type Recipes, recordAll } from './judge.ts'
import type { Tool } from './tool.ts'

/** Recipes are made once a page: a drift of one target is undone before the next. */
const made = new WeakMap<Element, Recipes>()

function recordOnce(tools: readonly Tool[], target: Element): Recipes {
  const recipes = made.get(target) ?? recordAll(tools, target)
  made.set(target, recipes)
  return recipes
}

export type DriftVerdicts = Record<string, Judged>

/**
 * Records every target, changes the whole page, looks again. Truth is the element itself, held by
 * reference: there is no mark on the page that a finder could see.
 */
export function driftPage(
  tools: readonly Tool[],
  kind: string,
  targets: readonly Element[],
): DriftVerdicts[] {
  const recipes = targets.map((target) => recordAll(tools, target))
  const became = pageDrifts[kind]?.() ?? new Map<Element, Element>()
  return targets.map((target, index) =>
    judge(tools, recipes[index] ?? {}, became.get(target) ?? target),
  )
}

/** Records a target, changes what it is about, looks, and undoes the change; one target at a time. */
export function driftTargets(
  tools: readonly Tool[],
  kind: string,
  targets: readonly Element[],
): (DriftVerdicts | null)[] {
  const drift = targetDrifts[kind]
  if (drift === undefined) throw new Error(`No drift named ${kind}`)
  return targets.map((target) => {
    const recipes = recordOnce(tools, target)
    const change = drift(target)
    if (change === undefined) return null
    const verdicts = judge(tools, recipes, change.isGone ? null : target)
    change.undo()
    return verdicts
  })
}
