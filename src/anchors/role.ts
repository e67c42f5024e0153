import { ARIA_ROLES, type AriaRole } from '../vocabulary/aria-roles.ts'
import { attributeOf, enclosing, isAttributeSet, tagOf } from './dom.ts'

const KNOWN = new Set<string>(ARIA_ROLES)

const isRole = (word: string): word is AriaRole => KNOWN.has(word)

/** Elements whose tag alone gives the role: https://www.w3.org/TR/html-aam-1.0/ */
const BY_TAG: Record<string, AriaRole> = {
  ARTICLE: 'article',
  ASIDE: 'complementary',
  BUTTON: 'button',
  DATALIST: 'listbox',
  DETAILS: 'group',
  DIALOG: 'dialog',
  FIELDSET: 'group',
  FIGURE: 'figure',
  FORM: 'form',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  HR: 'separator',
  IMG: 'img',
  LI: 'listitem',
  MAIN: 'main',
  MENU: 'list',
  METER: 'progressbar',
  NAV: 'navigation',
  OL: 'list',
  OPTGROUP: 'group',
  OPTION: 'option',
  OUTPUT: 'status',
  P: 'paragraph',
  PROGRESS: 'progressbar',
  SEARCH: 'search',
  SUMMARY: 'button',
  TABLE: 'table',
  TBODY: 'rowgroup',
  TD: 'cell',
  TEXTAREA: 'textbox',
  TFOOT: 'rowgroup',
  TH: 'columnheader',
  THEAD: 'rowgroup',
  TR: 'row',
  UL: 'list',
}

const BY_INPUT_TYPE: Record<string, AriaRole | undefined> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
  hidden: undefined,
  color: undefined,
  file: undefined,
}

const SECTIONING = new Set(['ARTICLE', 'ASIDE', 'MAIN', 'NAV', 'SECTION'])

function isInSection(element: Element): boolean {
  for (let at = enclosing(element); at !== null; at = enclosing(at))
    if (SECTIONING.has(tagOf(at))) return true
  return false
}

function inputRole(element: Element): AriaRole | undefined {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text'
  if (Object.hasOwn(BY_INPUT_TYPE, type)) {
    if (type === 'search' && isAttributeSet(element, 'list')) return 'combobox'
    return BY_INPUT_TYPE[type]
  }
  return isAttributeSet(element, 'list') ? 'combobox' : 'textbox'
}

function implicitRole(element: Element): AriaRole | undefined {
  const tag = tagOf(element)
  switch (tag) {
    case 'A':
    case 'AREA':
      return isAttributeSet(element, 'href') ? 'link' : 'generic'
    case 'INPUT':
      return inputRole(element)
    case 'SELECT': {
      const size = Number(attributeOf(element, 'size') ?? 0)
      return isAttributeSet(element, 'multiple') || size > 1 ? 'listbox' : 'combobox'
    }
    case 'SECTION':
      return isAttributeSet(element, 'aria-label') || isAttributeSet(element, 'aria-labelledby')
        ? 'region'
        : 'generic'
    case 'HEADER':
      return isInSection(element) ? 'generic' : 'banner'
    case 'FOOTER':
      return isInSection(element) ? 'generic' : 'contentinfo'
    case 'TH':
      return attributeOf(element, 'scope') === 'row' ? 'rowheader' : 'columnheader'
    default:
      return BY_TAG[tag] ?? 'generic'
  }
}

function writtenRole(element: Element): AriaRole | undefined {
  return attributeOf(element, 'role')?.toLowerCase().split(/\s+/).find(isRole)
}

/** Whether it bears a role in writing, so that nothing else tells it. */
export function isRoleWritten(element: Element): boolean {
  return writtenRole(element) !== undefined
}

/**
 * The role of an element by the ARIA rules: the first known word of `role`, or what its tag gives.
 * `none` and `presentation` count as no word: such an element still takes its tag's role where it
 * can be focused, and that is all a target ever is.
 */
export function roleOf(element: Element): AriaRole | undefined {
  return writtenRole(element) ?? implicitRole(element)
}

const SELECTORS: Partial<Record<AriaRole, string>> = {
  button: 'button,summary,input:is([type=button],[type=submit],[type=reset],[type=image])',
  checkbox: 'input[type=checkbox]',
  combobox: 'select,input[list]',
  heading: 'h1,h2,h3,h4,h5,h6',
  link: 'a[href],area[href]',
  listbox: 'select,datalist',
  radio: 'input[type=radio]',
  region: 'section',
  searchbox: 'input[type=search]',
  slider: 'input[type=range]',
  spinbutton: 'input[type=number]',
  textbox: 'input,textarea',
  columnheader: 'th',
  rowheader: 'th',
  banner: 'header',
  contentinfo: 'footer',
  generic: '*',
}

const TAGS = new Map<AriaRole, string[]>()
for (const [tag, role] of Object.entries(BY_TAG)) TAGS.set(role, [...(TAGS.get(role) ?? []), tag])

const NATIVE = new Map<AriaRole, readonly string[]>()

/** Selectors that together miss no element which has the role without writing it; `roleOf` decides. */
export function nativeSelectors(role: AriaRole): readonly string[] {
  let found = NATIVE.get(role)
  if (found === undefined) {
    const tags = TAGS.get(role)?.map((tag) => tag.toLowerCase())
    // At the commas between selectors, not at those within one.
    found = SELECTORS[role]?.split(/,(?![^(]*\))/) ?? tags ?? []
    NATIVE.set(role, found)
  }
  return found
}

/** A selector that misses no element of the role; `roleOf` decides. */
export function selectorOf(role: AriaRole): string {
  return [...nativeSelectors(role), `[role~="${role}" i]`].join()
}
