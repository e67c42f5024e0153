import { recorderName } from '../recorder.ts'
import { cssPath } from './css-path.ts'
import { pageDrifts } from './drift/of-page.ts'
import { targetDrifts } from './drift/of-target.ts'
import { driftPage, driftTargets } from './drift.ts'
import { handrail } from './handrail.ts'
import { judge, type Recipes, recordAll, refusalsOf } from './judge.ts'
import { medv } from './medv.ts'
import { roleName } from './role-name.ts'
import { savePage } from './save-page.ts'

const tools = [handrail, medv, roleName, cssPath]

/** What the bench calls in the page. */
const anchorBench = {
  recorderName,
  tools: tools.map(({ name }) => name),
  record(element: Element) {
    const recipes = recordAll(tools, element)
    return { recipes, refusals: refusalsOf(tools, recipes, element) }
  },
  judge: (recipes: Recipes, truth: Element | null) => judge(tools, recipes, truth),
  savePage,
  pageKinds: Object.keys(pageDrifts),
  targetKinds: Object.keys(targetDrifts),
  driftPage: (kind: string, targets: Element[]) => driftPage(tools, kind, targets),
  driftTargets: (kind: string, targets: Element[]) => driftTargets(tools, kind, targets),
}

export type AnchorBench = typeof anchorBench

Object.assign(globalThis, { anchorBench })
