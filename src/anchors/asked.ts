import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { isFollowedBy, isHolding, queryAll, type Root } from './dom.ts'
import { nativeSelectors, roleOf } from './role.ts'
import {
  mayBear,
  NAMED,
  type Searched,
  searchedText,
  soughtWords,
  wordsByLabel,
} from './searched.ts'

/** In document order. */
export function inOrder(elements: Iterable<Element>): Element[] {
  return [...elements].sort((a, b) => (isFollowedBy(a, b) || isHolding(a, b) ? -1 : 1))
}

/** The elements of a role in a root. Its selectors go one by one, which browsers are quick at. */
function elementsOf(root: Root, role: AriaRole): Set<Element> {
  const selectors = role === 'generic' ? NAMED : [...nativeSelectors(role), '[role]']
  const found = new Set<Element>()
  for (const selector of selectors)
    for (const element of queryAll(root, selector)) if (roleOf(element) === role) found.add(element)
  return found
}

interface Entry {
  element: Element
  text: string | undefined
}

/** Asks the page as it stands, for one task: what was asked for once is kept. */
export function askElements(roots: readonly Root[]): Searched {
  const entries = new Map<AriaRole, Entry[]>()
  const labels = new Map<Root, Map<string, string>>()
  const headings = new Map<Root, Element[]>()

  function labelsOf(root: Root): Map<string, string> {
    let found = labels.get(root)
    if (found === undefined) {
      found = wordsByLabel(queryAll(root, 'label[for]'))
      labels.set(root, found)
    }
    return found
  }

  function entriesOf(role: AriaRole): Entry[] {
    let found = entries.get(role)
    if (found === undefined) {
      found = roots.flatMap((root) =>
        [...elementsOf(root, role)].map((element) => ({
          element,
          text: searchedText(element, labelsOf(root)),
        })),
      )
      entries.set(role, found)
    }
    return found
  }

  function elementsWith(role: AriaRole, isSought: (entry: Entry) => boolean): Element[] {
    return entriesOf(role)
      .filter(isSought)
      .map(({ element }) => element)
  }

  return {
    bearing(role, names) {
      const words = soughtWords(names)
      return elementsWith(role, ({ text }) => mayBear(text, words))
    },
    ofRole: (role) => elementsWith(role, () => true),
    wordless: (role) => elementsWith(role, ({ text }) => !text),
    headingsOf(root) {
      let found = headings.get(root)
      if (found === undefined) {
        found = inOrder(elementsOf(root, 'heading'))
        headings.set(root, found)
      }
      return found
    },
  }
}
