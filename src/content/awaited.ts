import { identifyingAttributes } from '../anchors/attributes.ts'
import { type Change, someNode } from '../anchors/change.ts'
import { squeezed } from '../anchors/comparable.ts'
import {
  attributeSelector,
  holdsMatch,
  isElement,
  isMatch,
  isText,
  parentOf,
  textOf,
} from '../anchors/dom.ts'
import { mayBear, soughtWords } from '../anchors/searched.ts'
import type { Anchor } from '../vocabulary/evidence.ts'

/** By these, a part that was there all along comes into view. */
const SHOWING: ReadonlySet<string | null> = new Set([
  'aria-hidden',
  'class',
  'hidden',
  'open',
  'style',
])
/** Attributes that can hold a name. */
const SPOKEN = ['aria-label', 'title', 'placeholder', 'value', 'alt']
/** As much at once is a screen of its own: worth a look, whatever it says. In characters. */
const SCREENFUL = 20_000

/**
 * Says of each change whether it may have brought what a step waits for: by its name or label, or by an
 * attribute of its recipe. Only hurries the look that decides. What has neither name, label nor attribute
 * comes with the next look.
 */
export function createAwaited(anchor: Anchor): (change: Change) => boolean {
  const names = [...(anchor.name ?? []), ...(anchor.label ?? [])]
  const words = soughtWords(names)
  const selector = [
    ...identifyingAttributes(anchor).map(([name, value]) => attributeSelector(name, value)),
    ...names.flatMap((name) =>
      SPOKEN.map((attribute) => attributeSelector(attribute, name).replace(/\]$/, ' i]')),
    ),
  ].join()

  const isMarked = (element: Element) => selector !== '' && isMatch(element, selector)

  function mayHold(element: Element): boolean {
    if (isMarked(element) || (selector !== '' && holdsMatch(element, selector))) return true
    const text = textOf(element)
    return text !== '' && (text.length > SCREENFUL || mayBear(squeezed(text), words))
  }
  function mayHoldText(text: Node): boolean {
    const parent = parentOf(text)
    return isElement(parent) && mayHold(parent)
  }

  return ({ type, target, attributeName, addedNodes }) => {
    if (type === 'characterData') return mayHoldText(target)
    if (type === 'attributes')
      return isElement(target) && (SHOWING.has(attributeName) ? mayHold : isMarked)(target)
    return someNode(addedNodes, (node) =>
      isElement(node) ? mayHold(node) : isText(node) && mayHoldText(node),
    )
  }
}
