import { openRoots } from '../../src/anchors/dom.ts'
import { findAnchor } from '../../src/anchors/find.ts'
import { recordAnchor } from '../../src/anchors/record.ts'
import type { Anchor } from '../../src/vocabulary/evidence.ts'

/** Records `data-it` on the old page; the answer is what is found on the new one: its `id2`, or the state. */
export function across(before: string, after: string): string {
  return onNewPage(recordOn(before), after)
}

/** The recipe of `data-it`. */
export function recordOn(before: string): Anchor {
  document.body.innerHTML = before
  const it = document.querySelector('[data-it]')
  const recording = it && recordAnchor(it, openRoots(document))
  if (!recording?.ok) throw new Error(recording?.message ?? 'the fixture marks no element')
  return recording.anchor
}

/** What a recipe finds on a page. */
export function onNewPage(anchor: Anchor, after: string): string {
  document.body.innerHTML = after
  const finding = findAnchor(openRoots(document), anchor)
  return finding.state === 'found'
    ? (finding.element.getAttribute('id2') ?? 'wrong')
    : finding.state
}
