import { attributeOf } from '../anchors/dom.ts'
import type { Marks } from '../anchors/marks.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import type { LostPiece } from './sighting.ts'

/** The pieces of a recipe that do not hold for the element that it found. */
export function lostPieces(element: Element, anchor: Anchor, marks: Marks): LostPiece[] {
  const lost: LostPiece[] = []
  // On a page in another language, words tell nothing.
  const isWordLost = (holds: boolean | undefined) => holds === false && !marks.isForeign
  if (marks.role === 'kindred')
    lost.push({ piece: 'role', ...(anchor.role && { of: anchor.role }) })
  if (isWordLost(marks.name && marks.name === 'same')) lost.push({ piece: 'name' })
  for (const [name, value] of Object.entries(anchor.attributes ?? {}))
    if (attributeOf(element, name) !== value) lost.push({ piece: 'attribute', of: name })
  const parts = marks.within.all()
  for (const [index, part] of (anchor.within ?? []).entries())
    if (isWordLost(parts[index])) lost.push({ piece: 'within', of: part.name[0] ?? '' })
  if (isWordLost(marks.label)) lost.push({ piece: 'label', of: anchor.label?.[0] ?? '' })
  if (isWordLost(marks.near)) lost.push({ piece: 'near', of: anchor.near?.name[0] ?? '' })
  for (const piece of ['holds', 'holder', 'icon', 'path', 'inside', 'shadow'] as const)
    if (marks[piece] === false) lost.push({ piece })
  return lost
}
