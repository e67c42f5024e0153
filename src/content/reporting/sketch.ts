import { childrenOf, isElement, isShown, tagOf } from '../../anchors/dom.ts'
import { roleOf } from '../../anchors/role.ts'
import { holding, type Sketch, withoutRepeats } from '../../privacy/sketch.ts'
import { drawWireframe } from '../../privacy/wireframe.ts'
import type { WireframeBox } from '../../vocabulary/wireframe.ts'
import type { WireframeRole } from '../../vocabulary/wireframe-grid.ts'

const ROLES: Readonly<Record<string, WireframeRole>> = {
  banner: 'banner',
  navigation: 'navigation',
  main: 'main',
  complementary: 'aside',
  contentinfo: 'group',
  form: 'form',
  search: 'form',
  dialog: 'dialog',
  alertdialog: 'dialog',
  group: 'group',
  article: 'group',
  tabpanel: 'group',
  heading: 'heading',
  button: 'button',
  link: 'link',
  menuitem: 'link',
  option: 'text',
  textbox: 'field',
  searchbox: 'field',
  spinbutton: 'field',
  combobox: 'field',
  slider: 'field',
  checkbox: 'choice',
  radio: 'choice',
  switch: 'choice',
  tab: 'tab',
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  list: 'list',
  listbox: 'list',
  menu: 'list',
  tree: 'list',
  img: 'picture',
  figure: 'picture',
}
/** Not by role: that follows from whether the element has a name, which may be a text of the page. */
const BY_TAG: Readonly<Record<string, WireframeRole>> = {
  IMG: 'picture',
  FORM: 'form',
  SECTION: 'group',
  SVG: 'picture',
  CANVAS: 'picture',
  VIDEO: 'picture',
  IFRAME: 'frame',
  OBJECT: 'frame',
  EMBED: 'frame',
}
/** Nothing in them is drawn: what they hold is text, or says how long one is. */
const WHOLE: ReadonlySet<WireframeRole> = new Set([
  ...(['heading', 'button', 'link', 'field', 'choice', 'tab', 'picture', 'frame', 'text'] as const),
])
const ENTRIES = new Set<string>([
  ...['table', 'grid', 'treegrid', 'rowgroup', 'row', 'list', 'listbox', 'menu', 'tree', 'feed'],
])
const UNDRAWN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'LINK',
  'META',
  'BR',
  'HR',
  'OPTION',
])
const DEPTH_MAX = 60

interface Options {
  own: Element
  shadowOf: (element: Element) => ShadowRoot | null
}

const TEXT: Sketch = { role: 'text', flow: 'column', parts: [] }

/** How a container arranges its parts; as text: one below the other, but for those that are inline. */
type Flow = Sketch['flow'] | 'text'

/** A part, and how its element stands among the others. */
interface Standing {
  sketch: Sketch
  stands: 'block' | 'inline' | 'apart'
}

/**
 * A page as grey boxes, by its elements, their roles and how their styles arrange them. Its texts are not
 * read and its boxes are not measured: text of any length, in any font, or none makes no difference; nor does
 * how many entries a table or a list has, or how many spans a text is made of.
 */
export function sketchPage(body: Element, { own, shadowOf }: Options): WireframeBox[] {
  function partsOf(element: Element, depth: number): Sketch[] {
    const areEntries = ENTRIES.has(roleOf(element) ?? '')
    const shadow = shadowOf(element)
    const children = childrenOf(shadow ?? element).filter(isElement)
    // What a shadow root shows of its host’s own children stands in a slot.
    const slotted = shadow ? childrenOf(element).filter(isElement) : []
    const parts = [...children, ...slotted].flatMap((child) => {
      const sketch = sketchOf(child, depth + 1)
      return sketch === undefined ? [] : { sketch, stands: standingOf(child) }
    })
    return arrange(withoutTextRuns(parts), flowOf(element), areEntries)
  }
  function sketchOf(element: Element, depth: number): Sketch | undefined {
    const tag = tagOf(element)
    if (element === own || UNDRAWN.has(tag) || depth > DEPTH_MAX) return undefined
    if (!isShown(element, { visibilityProperty: true })) return undefined
    const role = BY_TAG[tag] ?? ROLES[roleOf(element) ?? '']
    if (role !== undefined && WHOLE.has(role)) return { role, flow: 'column', parts: [] }
    const parts = partsOf(element, depth)
    if (role === undefined && parts.length === 0) return tag === 'SLOT' ? undefined : TEXT
    const [only] = parts
    if (role === undefined && parts.length === 1 && only) return only
    return { role, flow: 'column', parts }
  }
  const page = sketchOf(body, 0)
  return page === undefined ? [] : drawWireframe(page)
}

/** How many texts stand one after the other follows from what they say. */
function withoutTextRuns(parts: readonly Standing[]): Standing[] {
  return parts.filter(
    ({ sketch }, at) => sketch.role !== 'text' || parts[at - 1]?.sketch.role !== 'text',
  )
}

/** Lines of parts, one below the other: what stands side by side is one line, what lies over the page is none of it. */
function arrange(parts: readonly Standing[], flow: Flow, areEntries: boolean): Sketch[] {
  const lines: Sketch[][] = []
  let open: Sketch[] | undefined
  for (const { sketch, stands } of parts) {
    const isInLine =
      stands !== 'apart' && (flow === 'row' || (flow === 'text' && stands === 'inline'))
    if (isInLine && open) open.push(sketch)
    else lines.push([sketch])
    open = isInLine ? lines.at(-1) : undefined
  }
  const drawn = lines.map((line) => {
    const once = withoutRepeats(line, areEntries)
    const [only] = once
    return once.length === 1 && only ? only : holding('row', once)
  })
  return withoutRepeats(drawn, areEntries)
}

function flowOf(element: Element): Flow {
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(element)
  if (display.includes('flex')) return flexDirection?.startsWith('column') ? 'column' : 'row'
  // Of one column: a list.
  if (display.includes('grid')) return /\S\s+\S/.test(gridTemplateColumns) ? 'row' : 'column'
  return display === 'table-row' ? 'row' : 'text'
}

function standingOf(element: Element): Standing['stands'] {
  const { display, position } = getComputedStyle(element)
  if (position === 'fixed' || position === 'absolute') return 'apart'
  return display.startsWith('inline') ? 'inline' : 'block'
}
