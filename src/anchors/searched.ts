import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { PRESSABLE } from './accessible-name.ts'
import { comparable, squeezed, wordsOf } from './comparable.ts'
import { attributeOf, closest, isMatch, type Root, textOf } from './dom.ts'
import { readOwn, TEXT_MAX } from './own-text.ts'
import { roleOf } from './role.ts'

/** Of the elements without a role, those that have a name. */
export const NAMED = ['[aria-label]', '[aria-labelledby]', '[title]', ...PRESSABLE.split(',')]
const IS_NAMED = NAMED.join()

/**
 * The elements of some roots by role, with the words that each is found by. Elements that hold a shadow
 * root are not found by what is in it. No call gives an element twice.
 */
export interface Searched {
  /** Elements of the role that may bear one of the names. */
  bearing(role: AriaRole, names: readonly string[]): Element[]
  /** Every element of the role, of generic ones those with a name. */
  ofRole(role: AriaRole): Element[]
  /** Of these, such as may have no name. */
  wordless(role: AriaRole): Element[]
  /** The root's headings in document order, hidden ones too. */
  headingsOf(root: Root): readonly Element[]
}

/** The role by which an element is searched for; undefined where it is not. */
export function searchedRole(element: Element): AriaRole | undefined {
  const role = roleOf(element)
  return role === 'generic' && !isMatch(element, IS_NAMED) ? undefined : role
}

/** The text that its name can come from; undefined where only the rules of names can tell. */
export function searchedText(
  element: Element,
  labels: ReadonlyMap<string, string>,
): string | undefined {
  const { text, isField } = readOwn(element)
  if (text === undefined || !isField) return text
  const around = closest(element, 'label')
  const said = labels.get(attributeOf(element, 'id') ?? '') ?? ''
  return text + squeezed(around ? said + textOf(around).slice(0, TEXT_MAX) : said)
}

/** What labels say, by the id of what they are for. */
export function wordsByLabel(labels: Iterable<Element>): Map<string, string> {
  const found = new Map<string, string>()
  for (const label of labels) {
    const id = attributeOf(label, 'for')
    if (id !== null) found.set(id, (found.get(id) ?? '') + textOf(label).slice(0, TEXT_MAX))
  }
  return found
}

/** Hidden parts may stand between two words of a name, never within one. */
function wordsToFind(name: string): string[] {
  const words = wordsOf(comparable(name)).map(squeezed)
  return words.length > 0 ? words : [squeezed(name)]
}

const wordsOfNames = new WeakMap<readonly string[], string[][]>()

/** The words of each name, as they are looked for in a text. */
export function soughtWords(names: readonly string[]): readonly string[][] {
  let words = wordsOfNames.get(names)
  if (words === undefined) {
    words = names.map(wordsToFind)
    wordsOfNames.set(names, words)
  }
  return words
}

/** Whether a text may hold one of the names, by their words; a text that is not known may. */
export function mayBear(text: string | undefined, names: readonly string[][]): boolean {
  return text === undefined || names.some((words) => words.every((word) => text.includes(word)))
}
