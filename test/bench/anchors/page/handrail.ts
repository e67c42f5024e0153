import { openRoots } from '../../../../src/anchors/dom.ts'
import { findAnchor } from '../../../../src/anchors/find.ts'
import type { Anchor } from '../../../../src/vocabulary/evidence.ts'
import { recordAnchor } from '../recorder.ts'
import type { Tool } from './tool.ts'

/** A recipe that does not find its own element where it was made is one an author would not keep. */
export const handrail: Tool = {
  name: 'Handrail',
  record(element) {
    const recorded = recordAnchor(element, openRoots(document))
    if (!recorded.ok) return undefined
    const { anchor, finding } = recorded
    return finding.state === 'found' && finding.element === element ? anchor : undefined
  },
  refusalOf(element) {
    const recorded = recordAnchor(element, openRoots(document))
    return recorded.ok ? 'Its recipe did not find it where it was made.' : recorded.message
  },
  look(recipe) {
    const finding = findAnchor(openRoots(document), recipe as Anchor)
    return finding.state === 'found' ? finding.element : finding.state
  },
}
