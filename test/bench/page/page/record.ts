import { openRoots, queryAll, selfAndAncestors } from '../../../../src/anchors/dom.ts'
import { recordAnchor } from '../../../../src/anchors/record.ts'
import type { Anchor } from '../../../../src/vocabulary/evidence.ts'
import { cssPath } from '../../anchors/page/css-path.ts'

const CONTROLS = 'button,a[href],input,select,textarea'

/** What was recorded on a page: the recipe and, beside it, the peers' selector. */
export interface Recorded {
  anchor: Anchor
  selector: string
}

/** The elements that were recorded here, by their place in the list that `recordTargets` gave. */
export const elements: Element[] = []

/**
 * Records so many controls, spread over the page without its frame, which other pages share. Those
 * that can't be told apart are passed over.
 */
export function recordTargets(count: number): Recorded[] {
  const roots = openRoots(document)
  const isOfPart = (element: Element) =>
    [...selfAndAncestors(element)].some((around) => around.localName === 'main')
  const all = roots.flatMap((root) => queryAll(root, CONTROLS)).filter(isOfPart)
  const recorded: Recorded[] = []
  // A stride prime to most lengths: each round takes controls that the last one has left.
  const order = all.map((_, index) => all[(index * 379) % all.length] ?? all[index])
  for (const element of new Set(order)) {
    if (recorded.length >= count || element === undefined) break
    const recording = recordAnchor(element, roots)
    if (!recording.ok) continue
    elements.push(element)
    recorded.push({ anchor: recording.anchor, selector: String(cssPath.record(element)) })
  }
  return recorded
}
