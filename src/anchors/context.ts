import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { NamedElement } from '../vocabulary/evidence.ts'
import { comparableNames, isSameButNumber } from './comparable.ts'
import { selfAndAncestors } from './dom.ts'
import { headingsOver } from './heading.ts'
import type { Look } from './look.ts'

/** Parts that hold most of a page: two controls in the same one may have nothing to do with each other. */
const BROAD: ReadonlySet<AriaRole> = new Set(['main', 'banner', 'contentinfo', 'complementary'])
/** One part of a page may be marked up as any of these, and change from one to another by a release. */
const SECTIONS: ReadonlySet<AriaRole | undefined> = new Set<AriaRole>([
  'article',
  'form',
  'group',
  'heading',
  'region',
  'tabpanel',
])

export function isNamed(element: Element, names: readonly string[], look: Look): boolean {
  const name = look.nameOf(element)
  return name !== '' && comparableNames(names).includes(name)
}

const COUNT = /(?<=[^\d\s])\s?\d{1,3}$/

/**
 * Whether a part bears one of the names, the singular for the plural, or one of the two also counts what
 * is in it: 'Features', 'Features 3'.
 */
function isTitled(part: Element, names: readonly string[], look: Look): boolean {
  if (isNamed(part, names, look)) return true
  const title = look.nameOf(part)
  return comparableNames(names).some((name) => {
    if (isSameButNumber(title, name)) return true
    const isCounted = COUNT.test(title)
    return isCounted !== COUNT.test(name) && title.replace(COUNT, '') === name.replace(COUNT, '')
  })
}

export function isBroad({ role }: NamedElement): boolean {
  return BROAD.has(role)
}

function isSamePart(role: AriaRole | undefined, wanted: AriaRole): boolean {
  return role === wanted || (SECTIONS.has(wanted) && SECTIONS.has(role))
}

/** Parts whose name few apps give: one that has lost it may be the same. */
const OFTEN_UNNAMED: ReadonlySet<AriaRole> = new Set<AriaRole>([
  'grid',
  'list',
  'radiogroup',
  'table',
  'tablist',
  'toolbar',
  'treegrid',
])

/**
 * Whether an element lies in a part of the page that has this role and name, or under this heading;
 * undefined where it lies in one that is often without a name, and has none.
 */
export function isWithin(element: Element, part: NamedElement, look: Look): boolean | undefined {
  let isUnnamed = false
  for (const around of selfAndAncestors(element)) {
    if (around === element || !isSamePart(look.roleOf(around), part.role)) continue
    if (isTitled(around, part.name, look)) return true
    isUnnamed ||= OFTEN_UNNAMED.has(part.role) && look.nameOf(around) === ''
  }
  if (isUnnamed) return undefined
  if (!SECTIONS.has(part.role)) return false
  for (const heading of headingsOver(element, look))
    if (isTitled(heading, part.name, look)) return true
  return false
}
