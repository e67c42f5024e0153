import { stringify } from 'yaml'
import type { Kept, Sighting } from '../../probe/sighting.ts'
import type { Anchor } from '../../vocabulary/evidence.ts'
import type { Pack, Target } from '../../vocabulary/pack.ts'
import type { Visit } from './verdict.ts'

const KEPT: Record<Kept, string> = {
  words: 'words of its name',
  attribute: 'an attribute of its own',
  place: 'the part or neighbour around it',
}

interface Proposal {
  target: Target
  state: Sighting['state']
  anchor: Anchor
  kept: readonly Kept[]
  screens: string[]
}

/** Repaired recipes as they would stand in targets.yaml, for a person to review. */
export function repairLines(pack: Pack, visits: readonly Visit[]): string[] {
  const { proposals, refusals } = collect(pack, visits)
  const lines = proposals.flatMap((proposal) => ['', ...proposalLines(proposal)])
  const hints = [...refusals].map(([id, message]) => `# ${id}: no recipe: ${message}`)
  if (lines.length + hints.length === 0) return []
  return ['', '# Proposed for targets.yaml. Look at each on the page first.', ...lines, ...hints]
}

function proposalLines({ target, state, anchor, kept, screens }: Proposal): string[] {
  const by = kept.map((one) => KEPT[one]).join(', ')
  const { id, label } = target
  const oneOf = state === 'ambiguous' ? ': one of those that fit alike' : ''
  return [
    `# ${state} on ${screens.join(', ')}${oneOf}${by && `; told by ${by}`}`,
    ...stringify([{ id, label, anchor }], { lineWidth: 100 }).trimEnd().split('\n').map(printable),
  ]
}

/** One proposal for each recipe, however many screens it was made on. */
function collect(pack: Pack, visits: readonly Visit[]) {
  const targets = new Map(pack.targets.map((target) => [target.id, target]))
  const proposals = new Map<string, Proposal>()
  const refusals = new Map<string, string>()
  for (const visit of visits) {
    if (!visit.reached) continue
    for (const { id, state, repairs } of visit.sightings)
      for (const repair of repairs) {
        const target = targets.get(id)
        if (target === undefined) continue
        if (!repair.ok) {
          refusals.set(id, printable(repair.message))
          continue
        }
        const { anchor, kept } = repair
        const key = JSON.stringify([id, state, anchor])
        const known = proposals.get(key) ?? { target, state, anchor, kept, screens: [] }
        if (!known.screens.includes(visit.screen)) known.screens.push(visit.screen)
        proposals.set(key, known)
      }
  }
  return { proposals: [...proposals.values()], refusals }
}

/** Safe for a terminal. */
function printable(line: string): string {
  return line.replaceAll(/\p{C}/gu, ' ')
}
