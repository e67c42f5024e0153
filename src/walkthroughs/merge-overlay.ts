import type { Overlay } from '../vocabulary/overlay.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { PackFault, PackPath } from '../vocabulary/pack-fault.ts'
import { packReferenceFaults } from '../vocabulary/pack-reference-faults.ts'
import { addSteps, orderSteps } from './overlay-steps.ts'
import { reword } from './overlay-words.ts'

/** The pack that comes of a part, or why the part is left out. */
export type Laid = Pack | string

interface Part {
  path: PackPath
  lay: (pack: Pack) => Laid
}

/** The lists of an overlay whose items are added to the base's. */
export const ADDED_LISTS = [
  ...(['targets', 'walkthroughs', 'hints', 'checklists', 'announcements'] as const),
  ...(['articles', 'pictures'] as const),
] as const

/**
 * A pack with an overlay laid over it. A part that would touch what is locked, has an id that is taken, or
 * names what is not there (any more) is left out and told of, by its path in the overlay; all else holds.
 * Locked steps stay as they are and in their order. Pure; the result is a sound pack where the base is.
 */
export function mergeOverlay(base: Pack, overlay: Overlay): { pack: Pack; leftOut: PackFault[] } {
  let pack = base
  let open = partsOf(overlay)
  // Parts may need each other in any order: again, until a round brings nothing.
  for (;;) {
    const round = layAll(pack, open)
    pack = round.pack
    const { still } = round
    if (still.length === 0 || still.length === open.length)
      return {
        pack,
        leftOut: still.map(({ part: { path }, why }) => ({
          level: 'error',
          path,
          message: `${why}; left out`,
        })),
      }
    open = still.map(({ part }) => part)
  }
}

interface Round {
  pack: Pack
  /** What could not be laid, and why. */
  still: { part: Part; why: string }[]
}

/** One round. The whole is checked once where it is sound; else what is wrong is found by halves. */
function layAll(base: Pack, parts: readonly Part[]): Round {
  let pack = base
  const still: Round['still'] = []
  for (const part of parts) {
    const laid = part.lay(pack)
    if (typeof laid === 'string') still.push({ part, why: laid })
    else pack = laid
  }
  const fault = pack === base ? undefined : faultOf(pack)
  if (fault === undefined) return { pack, still }
  const [only, ...others] = parts
  if (only && others.length === 0) return { pack: base, still: [{ part: only, why: fault }] }
  const middle = Math.ceil(parts.length / 2)
  const first = layAll(base, parts.slice(0, middle))
  const second = layAll(first.pack, parts.slice(middle))
  return { pack: second.pack, still: [...first.still, ...second.still] }
}

function partsOf(overlay: Overlay): Part[] {
  return [
    ...ADDED_LISTS.flatMap((list) =>
      overlay[list].map(
        (item, at): Part => ({
          path: [list, at],
          lay: (pack) => ({ ...pack, [list]: [...pack[list], item] }),
        }),
      ),
    ),
    ...overlay.additions.map(
      (addition, at): Part => ({
        path: ['additions', at],
        lay: (pack) => addSteps(pack, addition),
      }),
    ),
    ...overlay.orders.map(
      (order, at): Part => ({ path: ['orders', at], lay: (pack) => orderSteps(pack, order) }),
    ),
    ...Object.entries(overlay.texts).flatMap(([locale, words]) =>
      Object.entries(words).map(
        ([key, text]): Part => ({
          path: ['texts', locale, key],
          lay: (pack) => reword(pack, locale, key, text),
        }),
      ),
    ),
  ]
}

/** The base is sound, so that whatever is wrong now has come by a part. */
function faultOf(pack: Pack): string | undefined {
  return packReferenceFaults(pack).find(({ level }) => level === 'error')?.message
}
