import { isRendered, openRoots } from '../anchors/dom.ts'
import { acceptedBy, type Finding, findAnchor, isPresent } from '../anchors/find.ts'
import { createLook, type Look } from '../anchors/look.ts'
import { markElement } from '../anchors/marks.ts'
import { createScreenRules } from '../screens/rules.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { bestCandidates, type Candidate } from './candidates.ts'
import { lostPieces } from './lost-pieces.ts'
import { repairAnchor } from './repair.ts'
import type { ProbeAnswer, ProbeRequest, Sighting } from './sighting.ts'

/** Look-alikes beyond this are counted, and no recipe is tried for them. */
export const REPAIRS_MAX = 3

/** One look at the page as it stands, in the words of the pack. Never changes the page. */
export function lookFor(document: Document, request: ProbeRequest): ProbeAnswer {
  const look = createLook(openRoots(document))
  const decide = createScreenRules(request.screens)
  const url = new URL(document.location.href)
  const screen = decide(url, (evidence) => isPresent(look, evidence))?.id
  const found = request.targets.map(({ id, anchor }) => {
    return { id, anchor, finding: findAnchor(look, anchor) }
  })
  const claimed = new Set(
    found.flatMap(({ finding }) => (finding.state === 'found' ? [finding.element] : [])),
  )
  const sightings = found.map(({ id, anchor, finding }): Sighting => {
    const sighting = { id, ...sightingOf(anchor, finding, look) }
    if (!request.isRepairing || sighting.state === 'found') return sighting
    const candidates = candidatesFor(anchor, finding, look, claimed)
    const repairs = candidates
      .slice(0, REPAIRS_MAX)
      .map((candidate) => repairAnchor(anchor, candidate, look))
    return { ...sighting, repairs }
  })
  return { ...(screen && { screen }), sightings }
}

function sightingOf(anchor: Anchor, finding: Finding, look: Look): Omit<Sighting, 'id'> {
  if (finding.state === 'missing') return { state: 'missing', lost: [], candidates: 0, repairs: [] }
  if (finding.state === 'ambiguous')
    return { state: 'ambiguous', lost: [], candidates: finding.candidates, repairs: [] }
  const marks = markElement(finding.element, anchor, look)
  const lost = marks === undefined ? [] : lostPieces(finding.element, anchor, marks)
  return { state: lost.length > 0 ? 'moved' : 'found', lost, candidates: 1, repairs: [] }
}

function candidatesFor(
  anchor: Anchor,
  finding: Finding,
  look: Look,
  claimed: ReadonlySet<Element>,
): Candidate[] {
  if (finding.state === 'found') return [{ element: finding.element, kept: [] }]
  if (finding.state === 'missing') return bestCandidates(anchor, look, claimed)
  return acceptedBy(anchor, look)
    .filter(({ element }) => isRendered(element))
    .sort((a, b) => b.points - a.points)
    .map(({ element }) => ({ element, kept: [] }))
}
