import type { NamedElement } from '../vocabulary/evidence.ts'
import { accessibleName } from './accessible-name.ts'
import { attributeOf, isRendered, queryAll, selfAndAncestors } from './dom.ts'
import { roleOf, selectorOf } from './role.ts'

/**
 * Names compare without regard to case. A label's trailing colon or asterisk is no word, nor is a
 * counter: 'Drug orders (0)' is the same heading when the basket holds two.
 */
export function comparable(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s*\(\d{1,3}\)$/, '')
    .replace(/[\s:*.]+$/, '')
}

export function isNamed(element: Element, names: readonly string[]): boolean {
  const name = comparable(accessibleName(element))
  return name !== '' && names.some((wanted) => comparable(wanted) === name)
}

function levelOf(heading: Element): number {
  const level = Number(attributeOf(heading, 'aria-level') ?? heading.tagName.replace(/^H/i, ''))
  return level >= 1 && level <= 6 ? level : 2
}

/**
 * Whether a heading of that name governs the element: it stands before it, no heading of the same
 * or a higher level lies between them, and what holds them both is less than the whole page.
 */
function isUnderHeading(element: Element, names: readonly string[]): boolean {
  const root = element.getRootNode()
  if (!(root instanceof Document || root instanceof ShadowRoot)) return false
  let between = 7
  const before = queryAll(root, selectorOf('heading')).filter(
    (heading) =>
      (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      isRendered(heading),
  )
  for (const heading of before.reverse()) {
    const level = levelOf(heading)
    if (level >= between) continue
    between = level
    if (isNamed(heading, names)) return !isWholePage(commonAncestor(heading, element))
  }
  return false
}

function commonAncestor(a: Element, b: Element): Element | undefined {
  for (const around of selfAndAncestors(a)) if (around.contains(b)) return around
  return undefined
}

function isWholePage(element: Element | undefined): boolean {
  return element === undefined || /^(BODY|HTML)$/.test(element.tagName)
}

/** Whether an element lies in a part of the page that has this role and name, or under this heading. */
export function isWithin(element: Element, part: NamedElement): boolean {
  if (part.role === 'heading') return isUnderHeading(element, part.name)
  for (const around of selfAndAncestors(element))
    if (around !== element && roleOf(around) === part.role && isNamed(around, part.name))
      return true
  return false
}
