import type { AriaRole } from '../vocabulary/evidence.ts'
import { isNamedByContent } from './accessible-name.ts'
import { squeezed } from './comparable.ts'
import { attributeOf, holdsMatch, isAttributeSet, shadowOf, tagOf, textOf } from './dom.ts'

/** Text beyond this is not searched: no name of a control begins after it. */
export const TEXT_MAX = 2_000
/** What gives an element a name that is not its text. */
const LABELLED = '[aria-label],[aria-labelledby],[alt],title,slot'
const SPOKEN = ['aria-label', 'title', 'placeholder']
/** Elements that a label can name. */
export const OF_LABELS: ReadonlySet<string> = new Set(['INPUT', 'SELECT', 'TEXTAREA'])

/**
 * What an element says itself that its name can come from, squeezed; undefined where only the rules of
 * names can tell. What labels say of it is not in it.
 */
export function ownText(element: Element, role: AriaRole): string | undefined {
  if (isAttributeSet(element, 'aria-labelledby') || shadowOf(element)) return undefined
  const isField = OF_LABELS.has(tagOf(element))
  const byContent = !isField && isNamedByContent(element, role)
  const isKnown = byContent ? !holdsMatch(element, LABELLED) : isField && role !== 'button'
  if (!isKnown) return undefined
  const said = SPOKEN.map((name) => attributeOf(element, name)?.slice(0, TEXT_MAX) ?? '')
  if (byContent) said.push(textOf(element).slice(0, TEXT_MAX))
  return squeezed(said.join(' '))
}
