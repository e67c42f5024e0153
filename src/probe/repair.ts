import * as v from 'valibot'
import { comparable } from '../anchors/comparable.ts'
import { findAnchor } from '../anchors/find.ts'
import type { Look } from '../anchors/look.ts'
import { recordAnchor } from '../anchors/record.ts'
import { type Anchor, anchorSchema, type NamedElement } from '../vocabulary/evidence.ts'
import type { Candidate } from './candidates.ts'
import type { Repair } from './sighting.ts'

/** Records the candidate anew, in the author's own words where the page still says one of them. */
export function repairAnchor(anchor: Anchor, { element, kept }: Candidate, look: Look): Repair {
  const recording = recordAnchor(element, look.roots)
  if (!recording.ok) return recording
  const { anchor: recorded } = recording
  const merged = inOwnWords(recorded, anchor)
  const finding = findAnchor(look, merged)
  const isSound =
    v.is(anchorSchema, merged) && finding.state === 'found' && finding.element === element
  return { ok: true, anchor: isSound ? merged : recorded, kept }
}

/** A recipe's names in its other languages are worth keeping: no page shows them all at once. */
function inOwnWords(recorded: Anchor, old: Anchor): Anchor {
  const { name, within, near } = recorded
  const parts = [...(old.within ?? []), ...(old.near ? [old.near] : [])]
  const asWritten = (part: NamedElement) =>
    parts.find((own) => own.role === part.role && isShared(own.name, part.name)) ?? part
  return {
    ...recorded,
    ...(name && old.name && isShared(old.name, name) ? { name: old.name } : {}),
    ...(within && { within: within.map(asWritten) }),
    ...(near && { near: asWritten(near) }),
  }
}

function isShared(one: readonly string[], other: readonly string[]): boolean {
  return one.some((name) => other.some((each) => comparable(each) === comparable(name)))
}
