import {
  attributeOf,
  boxOf,
  holdsMatch,
  holdsMore,
  isAttributeSet,
  isInside,
  isMatch,
  localNameOf,
  queryAll,
} from '../../anchors/dom.ts'
import type { ControlTraits } from '../../friction/observation.ts'
import type { ElementRole } from '../../vocabulary/element-roles.ts'
import { isRepeatable, isStepper } from './repeatable.ts'

/** Roles, and tags, that are named as they are. */
const NAMED: readonly string[] =
  'button checkbox radio link tab menuitem option textbox combobox row cell heading img dialog'.split(
    ' ',
  )
const ROLES: Readonly<Record<string, ElementRole>> = {
  switch: 'checkbox',
  menuitemcheckbox: 'menuitem',
  menuitemradio: 'menuitem',
  treeitem: 'option',
  searchbox: 'textbox',
  spinbutton: 'textbox',
  slider: 'textbox',
  gridcell: 'cell',
  alertdialog: 'dialog',
}

const TAGS: Readonly<Record<string, ElementRole>> = {
  summary: 'button',
  a: 'link',
  area: 'link',
  select: 'combobox',
  textarea: 'textbox',
  tr: 'row',
  td: 'cell',
  th: 'cell',
}

const WIDGET_ROLES =
  'button switch checkbox radio link tab menuitem menuitemcheckbox menuitemradio option treeitem textbox searchbox spinbutton slider combobox'
    .split(' ')
    .map((role) => `[role=${role}]`)
    .join()
const DISABLED = '[aria-disabled=true]'
const EDITABLE = '[contenteditable]:not([contenteditable=false])'
const MEDIA = 'audio,video'
const SET_APART = [DISABLED, EDITABLE, MEDIA].join()

const NATIVE = `button,a[href],area[href],input,select,textarea,summary,option,audio[controls],video[controls]`
const WIDGET = `${NATIVE},${EDITABLE},${WIDGET_ROLES}`
/** Input types that are pressed like a button; all the others hold a value of their own. */
export const BUTTON_TYPES = /^(button|submit|reset|image|checkbox|radio|file|hidden)$/
const HAND_DEPTH_MAX = 8
const AROUND_MAX = 50

const HERE = ':not([target]),[target=""],[target=_self]'
const ELSEWHERE = 'base[target]:not([target=""],[target=_self])'

/** The role by which an element is named where the pack has no target for it. */
export function roleOf(element: Element): ElementRole {
  const role = attributeOf(element, 'role') ?? ''
  const named = NAMED.includes(role) ? (role as ElementRole) : ROLES[role]
  if (named !== undefined) return named
  const tag = localNameOf(element)
  if (/^h[1-6]$/.test(tag)) return 'heading'
  if (tag !== 'input') return TAGS[tag] ?? (NAMED.includes(tag) ? (tag as ElementRole) : 'generic')
  const { type } = element as HTMLInputElement
  if (type === 'checkbox' || type === 'radio') return type
  return BUTTON_TYPES.test(type) ? 'button' : 'textbox'
}

/** Whether it is a native field that holds what somebody enters, and is not pressed like a button. */
export function isEntryField(element: Element): boolean {
  const tag = localNameOf(element)
  return (
    tag === 'textarea' ||
    (tag === 'input' && !BUTTON_TYPES.test((element as HTMLInputElement).type))
  )
}

/** A focusable box is a control only where it has no role of another kind and holds no control. */
const isFocusableControl = (element: Element) =>
  attributeOf(element, 'tabindex')?.match(/^\s*\d/) != null &&
  !isAttributeSet(element, 'role') &&
  !holdsMatch(element, WIDGET)

/** The outermost element in a row that shows the hand cursor; it is inherited by what is inside. */
function handOf(path: readonly Element[], view: Window): Element | undefined {
  let hand: Element | undefined
  for (const element of path.slice(0, HAND_DEPTH_MAX)) {
    if (view.getComputedStyle(element).cursor !== 'pointer') break
    hand = element
  }
  return hand
}

/** The control that a label is for; the label itself where there is none. */
function labelled(path: readonly Element[]): Element | undefined {
  const label = path.find((element) => localNameOf(element) === 'label') as
    | HTMLLabelElement
    | undefined
  return label?.control ?? undefined
}

interface Point {
  x: number
  y: number
}

/**
 * A disabled control that lets the pointer through, so that what is around it gets the press. Looked for in small
 * parts of the page only.
 */
function disabledAt(around: Element | undefined, { x, y }: Point): Element | undefined {
  if (around === undefined || holdsMore(around, '*', AROUND_MAX)) return undefined
  return queryAll(around, ':disabled,[aria-disabled=true]').find((control) => {
    const { bottom, left, right, top } = boxOf(control)
    return x >= left && x <= right && y >= top && y <= bottom
  })
}

/**
 * The control that was pressed and what may be known about it. `path` is the event's, from the
 * inside out, through open shadow roots; undefined for an empty one. `last`: what was pressed before. One press
 * alone says nothing of how a control is used, so what it is made for is looked at when it is pressed again.
 */
export function findControl(
  path: readonly Element[],
  view: Window,
  at: Point,
  last?: Element,
): { element: Element; traits: ControlTraits } | undefined {
  const interactive =
    path.find((element) => isMatch(element, WIDGET)) ??
    labelled(path) ??
    handOf(path, view) ??
    path.slice(0, 2).find(isFocusableControl) ??
    disabledAt(path[0], at)
  const element = interactive ?? path[0]
  if (element === undefined) return undefined
  return { element, traits: traitsOf(element, interactive !== undefined, element === last, view) }
}

/** Of each that is followed here, the browser tells the page, where it can. */
function isLeaving(link: Element, view: Window): boolean {
  const { protocol } = link as Partial<HTMLAnchorElement>
  const isSeen = 'navigation' in view && /^(https?|javascript):$/.test(protocol ?? '')
  return (
    !isSeen || !isMatch(link, HERE) || holdsMatch(link.ownerDocument.documentElement, ELSEWHERE)
  )
}

function traitsOf(
  element: Element,
  isInteractive: boolean,
  isAgain: boolean,
  view: Window,
): ControlTraits {
  const tag = localNameOf(element)
  const type = tag === 'input' ? (element as HTMLInputElement).type : ''
  // Of most controls none of these holds: they are asked one by one only of the others.
  const isIn = isInside(element, SET_APART)
    ? (selector: string) => isInside(element, selector)
    : () => false
  const isLink = isMatch(element, 'a[href],area[href]')
  return {
    isInteractive,
    isDisabled: isMatch(element, ':disabled') || isIn(DISABLED),
    isLink,
    isLeaving: isLink && isLeaving(element, view),
    isDownload: isLink && isAttributeSet(element, 'download'),
    isSelect: tag === 'select' || tag === 'option',
    isTextField:
      isEntryField(element) ||
      isMatch(element, '[role=textbox],[role=searchbox],[role=spinbutton],[role=slider]'),
    isFileInput: type === 'file',
    isContentEditable: isIn(EDITABLE),
    isCanvas: /^(canvas|embed|object|iframe)$/.test(tag),
    isMedia: isIn(MEDIA),
    isCurrent:
      type === 'radio' ||
      isMatch(element, '[aria-selected=true],[aria-current]:not([aria-current=false])'),
    isStepper: isStepper(element),
    isRepeatable: isAgain && isRepeatable(element),
    role: roleOf(element),
  }
}
