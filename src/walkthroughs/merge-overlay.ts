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
    const leftOut: PackFault[] = []
    const still: Part[] = []
    for (const part of open) {
      const laid = sound(part.lay(pack))
      if (typeof laid !== 'string') pack = laid
      else {
        still.push(part)
        leftOut.push({ level: 'error', path: part.path, message: `${laid}; left out` })
      }
    }
    if (still.length === 0 || still.length === open.length) return { pack, leftOut }
    open = still
  }
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

/** The base is sound, so that whatever is wrong now has come by the part. */
function sound(laid: Laid): Laid {
  if (typeof laid === 'string') return laid
  const fault = packReferenceFaults(laid).find(({ level }) => level === 'error')
  return fault === undefined ? laid : fault.message
}
