import type { Episode, Truth } from './episode.ts'
import { claims, KINDS, type Kind, type Tool } from './tools.ts'

/** What a tool has said of an episode. */
export interface Result {
  episode: Episode
  said: Readonly<Record<Tool, readonly Kind[]>>
}

export interface Score {
  /** Told of rightly, wrongly, and not at all. */
  hits: number
  wrong: number
  missed: number
}

/** Handrail sees requests that fail; the peers that tell of errors see those of scripts. */
const SEEN_AS_ERROR = (tool: Tool): Truth =>
  tool === 'Handrail' ? 'failed-request' : 'script-error'
const ERRORS: readonly Truth[] = ['failed-request', 'script-error']

export const isFriction = ({ truth = [] }: Episode) => truth.length > 0

function wants(tool: Tool, kind: Kind, { truth = [] }: Episode): boolean {
  return kind === 'error' ? truth.includes(SEEN_AS_ERROR(tool)) : truth.includes(kind)
}

/** A press that failed in the way that a tool does not claim to see may still be called one. */
function allows(kind: Kind, { truth = [], allowed = [] }: Episode): boolean {
  return allowed.includes(kind) || (kind === 'error' && truth.some((one) => ERRORS.includes(one)))
}

/** Of one kind and tool; nothing where the tool does not claim the kind. */
export function scoreOf(results: readonly Result[], tool: Tool, kind: Kind): Score | undefined {
  if (!claims(tool, kind)) return undefined
  const score: Score = { hits: 0, wrong: 0, missed: 0 }
  for (const { episode, said } of results) {
    const isWanted = wants(tool, kind, episode)
    const isSaid = said[tool].includes(kind)
    if (isWanted) score[isSaid ? 'hits' : 'missed'] += 1
    else if (isSaid && !allows(kind, episode)) score.wrong += 1
  }
  return score
}

/** All kinds that a tool claims, added up. */
export function claimedScore(results: readonly Result[], tool: Tool): Score {
  const score: Score = { hits: 0, wrong: 0, missed: 0 }
  for (const kind of KINDS) {
    const one = scoreOf(results, tool, kind)
    for (const key of ['hits', 'wrong', 'missed'] as const) score[key] += one?.[key] ?? 0
  }
  return score
}

/** Whether friction was noticed, by whatever name, and ordinary use taken for it. */
export function noticedScore(results: readonly Result[], tool: Tool): Score {
  const of = (isFrictional: boolean, isSaid: boolean) =>
    results.filter(
      ({ episode, said }) =>
        isFriction(episode) === isFrictional && said[tool].length > 0 === isSaid,
    ).length
  return { hits: of(true, true), wrong: of(false, true), missed: of(true, false) }
}

/** Shares of 1; nothing where there is none to take a share of. */
export const precisionOf = ({ hits, wrong }: Score) =>
  hits + wrong === 0 ? undefined : hits / (hits + wrong)
export const recallOf = ({ hits, missed }: Score) =>
  hits + missed === 0 ? undefined : hits / (hits + missed)
