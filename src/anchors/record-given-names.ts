import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { isIdentifying } from './attributes.ts'
import type { DataSight } from './data-sight.ts'
import {
  attributeOf,
  attributeSelector,
  enclosing,
  isAttributeSet,
  isInside,
  queryAll,
  selfAndAncestors,
} from './dom.ts'
import { type Attributes, GIVEN_NAMES, LEVELS_MAX, peersIn } from './given-names.ts'
import type { Look } from './look.ts'
import { isSpecificValue } from './specific.ts'
import { isStableValue } from './stable-value.ts'

const SELECTOR = GIVEN_NAMES.map((name) => `[${name}]`).join(',')
/** Parts with more in them than a control has are containers. */
const INNER_MAX = 6

/** A drawing tool calls its strokes 'Path' and 'Group'. */
function isOfDrawing(element: Element): boolean {
  const around = enclosing(element)
  return around !== null && isInside(around, 'svg')
}

function givenNameOf(element: Element, look: Look, data: DataSight): Attributes | undefined {
  for (const name of GIVEN_NAMES) {
    const value = attributeOf(element, name)
    if (value === null || !isIdentifying(name) || !isSpecificValue(value)) continue
    if (name === 'id' && isOfDrawing(element)) continue
    if (!isStableValue(value) || /[*^$~|]/.test(value) || data.isData(value)) continue
    const count = look.roots.reduce(
      (sum, root) => sum + queryAll(root, attributeSelector(name, value)).length,
      0,
    )
    if (count === 1) return { [name]: value } as Attributes
  }
  return undefined
}

/** What the app calls the one thing inside an element, and the closest part that holds only it. */
export function recordGivenNames(
  element: Element,
  role: AriaRole | undefined,
  look: Look,
  data: DataSight,
): Pick<Anchor, 'holds' | 'holder'> {
  const inner = queryAll(element, SELECTOR)
  const holds =
    inner.length <= INNER_MAX
      ? inner.map((each) => givenNameOf(each, look, data)).find((found) => found !== undefined)
      : undefined
  let holder: Attributes | undefined
  let level = 0
  for (const around of selfAndAncestors(element)) {
    if (level++ > LEVELS_MAX) break
    if (around === element || !GIVEN_NAMES.some((name) => isAttributeSet(around, name))) continue
    if (peersIn(around, role, look).length !== 1) break
    holder = givenNameOf(around, look, data)
    if (holder !== undefined) break
  }
  return { ...(holds && { holds }), ...(holder && { holder }) }
}
