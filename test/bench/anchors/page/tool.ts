/** What looking for a recipe gave: one element, none, or more than one. */
export type Looked = Element | 'missing' | 'ambiguous'

/** A way to describe an element on one page and find it on another. */
export interface Tool {
  name: string
  /** Something that survives JSON, or `undefined` when the tool can't or won't describe it. */
  record(element: Element): unknown
  look(recipe: unknown): Looked
  /** What it tells an author whose element it would not describe; asked only then. */
  refusalOf?(element: Element): string
}

/** One match is an answer; several are none. */
export function only(matches: readonly Element[]): Looked {
  const [first, second] = matches
  if (first === undefined) return 'missing'
  return second === undefined ? first : 'ambiguous'
}
