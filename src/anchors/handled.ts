import { squeezed } from './comparable.ts'
import { isElement, isHandled, parentOf, type Root, selfAndAncestors, textsIn } from './dom.ts'
import { TEXT_MAX } from './own-text.ts'
import { roleOf } from './role.ts'

/** How deep in what is pressed its words stand. */
const LEVELS = 4

function handledAround(text: Text): Element | undefined {
  const parent = parentOf(text)
  if (!isElement(parent) || roleOf(parent) !== 'generic') return undefined
  let level = 0
  for (const around of selfAndAncestors(parent)) {
    if (level++ > LEVELS || roleOf(around) !== 'generic') return undefined
    if (isHandled(around)) return around
  }
  return undefined
}

/** Elements without a role that only the pointer can press, with one of the words of a name in a text of theirs. */
export function handledWith(
  roots: readonly Root[],
  names: readonly (readonly string[])[],
): Element[] {
  const words = names.flat()
  const found = new Set<Element>()
  for (const root of roots)
    for (const text of textsIn(root)) {
      const data = squeezed(text.data.slice(0, TEXT_MAX))
      if (!words.some((word) => data.includes(word))) continue
      const handled = handledAround(text)
      if (handled) found.add(handled)
    }
  return [...found]
}
