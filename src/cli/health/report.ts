import type { LostPiece, Sighting } from '../../probe/sighting.ts'
import type { Pack } from '../../vocabulary/pack.ts'
import type { Visit } from './verdict.ts'

const STATES = ['found', 'moved', 'ambiguous', 'missing'] as const

/** One visit, a line for each target: ids and words of the pack, and nothing that the page said. */
export function visitLines(visit: Visit): string[] {
  const head = visit.example === undefined ? visit.screen : `${visit.screen}  ${visit.example}`
  if (!visit.reached) return [`${head}: not reached: ${reason(visit)}`]
  return [head, ...visit.sightings.map((sighting) => `  ${sightingLine(sighting)}`)]
}

function sightingLine({ id, state, lost, candidates }: Sighting): string {
  const line = `${state.padEnd(9)}  ${id}`
  if (state === 'moved') return `${line}: no longer holds: ${lost.map(pieceWords).join(', ')}`
  return state === 'ambiguous' ? `${line}: ${candidates} fit alike` : line
}

const PIECE_WORDS: Partial<Record<LostPiece['piece'], string>> = {
  holds: 'what stands in it',
  holder: 'what holds only it',
  inside: 'the kind of part it stands in',
}

function pieceWords({ piece, of }: LostPiece): string {
  const words = PIECE_WORDS[piece] ?? piece
  return of === undefined ? words : `${words} ‘${of}’`
}

function reason(visit: Visit & { reached: false }): string {
  switch (visit.because) {
    case 'no-example':
      return 'it has no examples to open'
    case 'form':
      return 'it is a form that opens over another screen: --open-forms presses what the pack’s steps press'
    case 'no-way':
      return 'it is a form, and no step of the pack opens it with a press'
    case 'other-screen':
      return `the page shows '${visit.shows}'`
    case 'unknown-screen':
      return 'the page shows no screen that the pack knows'
    case 'other-site':
      return 'it leads to another site: is a sign-in needed?'
    case 'status':
      return `the server answered ${visit.status}`
    case 'not-loaded':
      return 'the page did not load'
    case 'not-opened':
      return `'${visit.target}' is not found whole, and was not pressed`
  }
}

/** What was found in all, and the targets that no visit looked for. */
export function summaryLines({ targets }: Pack, visits: readonly Visit[]): string[] {
  const sightings = visits.flatMap((visit) => (visit.reached ? visit.sightings : []))
  const counts = STATES.map(
    (state) => `${sightings.filter((sighting) => sighting.state === state).length} ${state}`,
  )
  const missed = visits.filter(({ reached }) => !reached).length
  const seen = new Set(sightings.map(({ id }) => id))
  const unseen = targets.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
  return [
    `targets: ${counts.join(', ')}; screens: ${visits.length - missed} reached, ${missed} not`,
    ...(unseen.length > 0 ? [`not looked for: ${unseen.join(', ')}`] : []),
  ]
}
