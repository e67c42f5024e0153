import type { Tool } from './tool.ts'

/** By tool; a tool that would not describe the element is absent. */
export type Recipes = Record<string, unknown>

export type Verdict = 'right' | 'wrong' | 'missing' | 'ambiguous' | 'refused'

export interface Judged {
  verdict: Verdict
  /** What was pointed at instead, to be read by a person. */
  hit?: string
}

export function recordAll(tools: readonly Tool[], element: Element): Recipes {
  return Object.fromEntries(
    tools.flatMap((tool) => {
      const recipe = tool.record(element)
      return recipe === undefined ? [] : [[tool.name, recipe]]
    }),
  )
}

/** Why tools would not describe an element, by tool; those that give no reason are absent. */
export function refusalsOf(tools: readonly Tool[], recipes: Recipes, element: Element) {
  return Object.fromEntries(
    tools.flatMap(({ name, refusalOf }): [string, string][] =>
      name in recipes || refusalOf === undefined ? [] : [[name, refusalOf(element)]],
    ),
  )
}

function describe(element: Element): string {
  const html = (element.cloneNode(false) as Element).outerHTML.slice(0, 200)
  return `${html} ${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}`
}

/** Looks for each tool's recipe; `truth` is null where the target is gone. */
export function judge(
  tools: readonly Tool[],
  recipes: Recipes,
  truth: Element | null,
): Record<string, Judged> {
  return Object.fromEntries(
    tools.map((tool): [string, Judged] => {
      if (!(tool.name in recipes)) return [tool.name, { verdict: 'refused' }]
      const looked = tool.look(recipes[tool.name])
      if (looked === 'ambiguous') return [tool.name, { verdict: 'ambiguous' }]
      if (looked === 'missing')
        return [tool.name, { verdict: truth === null ? 'right' : 'missing' }]
      if (looked === truth) return [tool.name, { verdict: 'right' }]
      return [tool.name, { verdict: 'wrong', hit: describe(looked) }]
    }),
  )
}
