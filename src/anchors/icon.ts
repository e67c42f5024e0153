import { attributeOf, localNameOf, queryAll, tagOf, textOf } from './dom.ts'

/** Larger drawings are pictures and charts: what they show may be a patient's. */
const SHAPE_MAX = 6_000
/** More drawings than this are no icon. */
const DRAWINGS_MAX = 3
const PARTS_MAX = 12
const ICONS_MAX = 4
/** What icon sets begin their class names with. */
const OF_SETS =
  /^(?:bp\d|bi|bx|codicon|fa|feather|glyphicon|icon|la|lucide|mdi|octicon|pi|ri|tabler-icon|ti|anticon|carbon|cds-icon|ion)-(?:icon-)?([a-z][a-z0-9-]{1,40})$/
/** Words of icon sets that say how large or in what style, not what. */
const STYLES =
  /^(?:blank|\d?xs|sm|md|lg|xl|\d+x|small|medium|large|standard|solid|regular|light|thin|spin|pulse|fw|flip.*|rotate.*|button|btn|only|left|right|container|wrapper|icon|disabled|active)$/
const SHAPE = 'shape-'
const NAMING = ['data-icon', 'data-lucide', 'icon', 'data-testid', 'data-mat-icon-name']
/** A turned or mirrored group makes 'redo' of 'undo'. */
const SHAPES = 'path,polygon,polyline,circle,rect,line,ellipse,g[transform]'
const MEASURES = [
  'd',
  'points',
  'cx',
  'cy',
  'r',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'rx',
  'ry',
  'width',
  'transform',
  'height',
]

/** FNV-1a in letters: a recipe holds no digits that could be taken for a record's. */
function sumOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  let letters = ''
  for (; hash > 0; hash = Math.floor(hash / 26)) letters += String.fromCharCode(97 + (hash % 26))
  return SHAPE + letters
}

/** Whether an icon is known by its shape only. */
export function isShape(icon: string): boolean {
  return icon.startsWith(SHAPE)
}

function shapeOf(drawing: Element): string | undefined {
  let measures = ''
  for (const shape of queryAll(drawing, SHAPES)) {
    // A box without ink, which many sets draw first.
    if (attributeOf(shape, 'fill') === 'none' && attributeOf(shape, 'stroke') === 'none') continue
    measures += `${localNameOf(shape)};`
    for (const name of MEASURES) measures += `${attributeOf(shape, name) ?? ''};`
    if (measures.length > SHAPE_MAX) return undefined
  }
  return measures === '' ? undefined : sumOf(measures.replace(/\s+/g, ' '))
}

const asWord = (text: string) =>
  text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')

function namesOf(drawing: Element): string[] {
  const names: string[] = []
  for (const attribute of NAMING) {
    const value = attributeOf(drawing, attribute)
    if (value) names.push(asWord(value))
  }
  for (const token of (attributeOf(drawing, 'class') ?? '').split(/\s+/).slice(0, 12)) {
    const word = OF_SETS.exec(token.toLowerCase())?.[1]
    if (word !== undefined && !STYLES.test(word)) names.push(asWord(word))
  }
  for (const use of queryAll(drawing, 'use')) {
    const target = attributeOf(use, 'href') ?? attributeOf(use, 'xlink:href') ?? ''
    if (target.includes('#')) names.push(asWord(target.slice(target.indexOf('#') + 1)))
  }
  return names.filter(
    (name) =>
      /^[a-z]{2}/.test(name) && name.length <= 60 && !STYLES.test(name) && !/\d{4}/.test(name),
  )
}

/**
 * What the drawing in a control is called by its icon set, and the sum of its shape; none where it
 * holds no drawing, or too many. Two controls with one in common show a person the same picture.
 */
export function iconsOf(element: Element): string[] {
  const drawings = queryAll(element, 'svg,i,span').filter(
    (inner) => tagOf(inner) === 'SVG' || textOf(inner).trim() === '',
  )
  const shapes = drawings.filter((inner) => tagOf(inner) === 'SVG')
  if (shapes.length > DRAWINGS_MAX || drawings.length > PARTS_MAX) return []
  const icons = new Set<string>(drawings.flatMap(namesOf))
  for (const drawing of shapes) {
    const shape = shapeOf(drawing)
    if (shape !== undefined) icons.add(shape)
  }
  return [...icons].slice(0, ICONS_MAX)
}
