import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { isNamedByContent } from './accessible-name.ts'
import { squeezed } from './comparable.ts'
import { attributeOf, holdsMatch, isAttributeSet, tagOf, textOf } from './dom.ts'
import { roleOf } from './role.ts'

/** Text beyond this is not searched: no name of a control begins after it. */
export const TEXT_MAX = 2_000
/** What gives an element a name that is not its text. */
const LABELLED = '[aria-label],[aria-labelledby],[alt],title,slot'
const SPOKEN = ['aria-label', 'title', 'placeholder']
/** Elements that a label can name. */
export const OF_LABELS: ReadonlySet<string> = new Set(['INPUT', 'SELECT', 'TEXTAREA'])

/** What an element is and says itself. What labels say of it is not in it. */
export interface Own {
  role: AriaRole | undefined
  /** A label can name it. */
  isField: boolean
  /** What its name can come from, squeezed; undefined where only the rules of names can tell. */
  text: string | undefined
}

export function readOwn(element: Element): Own {
  const role = roleOf(element)
  const isField = OF_LABELS.has(tagOf(element))
  const byContent = !isField && isNamedByContent(element, role)
  const isKnown =
    !isAttributeSet(element, 'aria-labelledby') &&
    (byContent ? !holdsMatch(element, LABELLED) : isField && role !== 'button')
  if (!isKnown) return { role, isField, text: undefined }
  const said = SPOKEN.map((name) => attributeOf(element, name)?.slice(0, TEXT_MAX) ?? '')
  if (byContent) said.push(textOf(element).slice(0, TEXT_MAX))
  return { role, isField, text: squeezed(said.join(' ')) }
}
