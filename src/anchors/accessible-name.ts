import type { AriaRole } from '../vocabulary/aria-roles.ts'
import {
  attributeOf,
  attributeSelector,
  childElementsOf,
  childrenOf,
  holdsMatch,
  isAttributeSet,
  isElement,
  isHandled,
  isMatch,
  isShown,
  isText,
  queryAll,
  rootOf,
  shadowOf,
  tagOf,
  textOf,
} from './dom.ts'
import { roleOf } from './role.ts'

/** Longer names are cut: no control of an interface is named by more, and a page may send 1 MB. */
const NAME_MAX = 400
const DEPTH_MAX = 40
const LABELLED = new Set(['INPUT', 'SELECT', 'TEXTAREA'])
const UNSPOKEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD'])

/** Roles that take their name from their contents: https://www.w3.org/TR/wai-aria-1.2/#namefromcontent */
const NAMED_BY_CONTENT = new Set<string | undefined>([
  'button',
  'cell',
  'checkbox',
  'columnheader',
  'gridcell',
  'heading',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'row',
  'rowheader',
  'switch',
  'tab',
  'tooltip',
  'treeitem',
])

/** What takes the focus: `a` without an address and elements with `tabindex` are pressed as buttons are. */
export const PRESSABLE = 'a:not([href]),[tabindex]'
/** What takes the focus by itself: an icon that is hidden or out of the order does not count. */
const FOCUSABLE = `a,button,input,select,textarea,[tabindex]:not([tabindex='-1'],[aria-hidden=true])`

/**
 * Whether its contents name it: by its role, or since it is pressed and holds nothing else that is.
 * Many an app makes its menus of elements without a role, and some know only the pointer.
 */
export function isNamedByContent(element: Element, role: AriaRole | undefined): boolean {
  if (NAMED_BY_CONTENT.has(role)) return true
  if (role !== 'generic' || holdsMatch(element, FOCUSABLE)) return false
  return isMatch(element, PRESSABLE) || isHandled(element)
}

const BLOCK = new Set([
  'DIV',
  'P',
  'LI',
  'TR',
  'TD',
  'TH',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BR',
])

/** Most names are: a page has hundreds. */
const IS_NORMAL = /^[!-~]+(?: [!-~]+)*$/

/** One space between words, none at the ends, no invisible characters. */
export function normalise(text: string): string {
  if (IS_NORMAL.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function isHidden(element: Element): boolean {
  if (UNSPOKEN.has(tagOf(element)) || attributeOf(element, 'aria-hidden') === 'true') return true
  if (isAttributeSet(element, 'hidden')) return true
  return !isShown(element)
}

function textOfNode(node: Node, depth: number, room: number): string {
  if (isText(node)) return node.data.slice(0, room)
  if (!isElement(node) || depth > DEPTH_MAX || isHidden(node)) return ''
  const text = ownLabel(node) ?? textOfChildren(node, depth + 1, room)
  return BLOCK.has(tagOf(node)) ? ` ${text} ` : text
}

function textOfChildren(element: Element, depth: number, room: number): string {
  let text = ''
  for (const child of childrenOf(shadowOf(element) ?? element)) {
    if (text.length >= room) break
    text += textOfNode(child, depth, room - text.length)
  }
  return text
}

/** What an element says of itself without its contents: `aria-label`, `alt`. */
function ownLabel(element: Element): string | undefined {
  const label = attributeOf(element, 'aria-label')
  if (label?.trim()) return label.slice(0, NAME_MAX)
  if (tagOf(element) === 'IMG') return attributeOf(element, 'alt')?.slice(0, NAME_MAX) ?? ''
  if (tagOf(element) === 'SVG') {
    const title = queryAll(element, 'title')[0]
    return title ? textOf(title).slice(0, NAME_MAX) : ''
  }
  return undefined
}

function labelledBy(element: Element): string | undefined {
  const ids = attributeOf(element, 'aria-labelledby')?.split(/\s+/).filter(Boolean).slice(0, 8)
  if (!ids?.length) return undefined
  const root = rootOf(element)
  if (!root) return undefined
  const texts = ids.flatMap((id) => {
    const named = queryAll(root, attributeSelector('id', id))[0]
    return named ? [ownLabel(named) ?? textOfChildren(named, 0, NAME_MAX)] : []
  })
  return texts.join(' ').trim() || undefined
}

function labelText(element: Element): string | undefined {
  if (!LABELLED.has(tagOf(element))) return undefined
  const { labels } = element as HTMLInputElement
  const texts = [...(labels ?? [])].map((label) => textOfChildren(label, 0, NAME_MAX))
  return texts.join(' ').trim() || undefined
}

/** The caption of a group, table or figure: its own child of that tag. */
function captionText(element: Element): string | undefined {
  const tag = { FIELDSET: 'LEGEND', TABLE: 'CAPTION', FIGURE: 'FIGCAPTION' }[tagOf(element)]
  if (tag === undefined) return undefined
  const caption = childElementsOf(element).find((child) => tagOf(child) === tag)
  return caption && textOfChildren(caption, 0, NAME_MAX)
}

/** The words on an input that is a button: written in the page's source, never typed. */
function buttonWords(element: Element): string | undefined {
  if (tagOf(element) !== 'INPUT') return undefined
  const type = attributeOf(element, 'type')?.toLowerCase()
  if (type === 'image') return attributeOf(element, 'alt') ?? undefined
  if (type !== 'submit' && type !== 'reset' && type !== 'button') return undefined
  return attributeOf(element, 'value') ?? { submit: 'Submit', reset: 'Reset', button: '' }[type]
}

/**
 * The accessible name by https://www.w3.org/TR/accname-1.2/, normalised, cut at 400 characters;
 * '' where it has none. Reads labels and the interface's own words, never what was typed.
 */
export function accessibleName(element: Element): string {
  const name =
    labelledBy(element) ??
    ownLabel(element) ??
    labelText(element) ??
    buttonWords(element) ??
    captionText(element) ??
    (isNamedByContent(element, roleOf(element)) ? textOfChildren(element, 0, NAME_MAX) : undefined)
  const found = normalise((name ?? '').slice(0, NAME_MAX))
  if (found) return found
  const hint = attributeOf(element, 'title') ?? attributeOf(element, 'placeholder') ?? ''
  return normalise(hint.slice(0, NAME_MAX))
}
