import type { Overlay } from '../../vocabulary/overlay.ts'
import type { Pack } from '../../vocabulary/pack.ts'
import type { PackFault, PackPath } from '../../vocabulary/pack-fault.ts'
import { packReferenceFaults } from '../../vocabulary/pack-reference-faults.ts'
import { ADDED_LISTS, mergeOverlay } from '../../walkthroughs/merge-overlay.ts'
import { lintError, lintWarning } from './rule.ts'
import { lintFaults } from './rules.ts'

/** What is wrong with an overlay: what its base would leave out of it, and what the rules say of the two together. */
export function overlayFaults(overlay: Overlay, base: Pack | undefined, now: Date): PackFault[] {
  if (base === undefined)
    return [
      lintWarning(
        ['extends'],
        `is not compared with '${overlay.extends}': give that pack's folder with --base`,
      ),
    ]
  if (base.id !== overlay.extends)
    return [lintError(['extends'], `extends '${overlay.extends}', and the base is '${base.id}'`)]
  const { pack, leftOut } = mergeOverlay(base, overlay)
  if (leftOut.length > 0) return leftOut
  const faultsOf = (one: Pack) => [...packReferenceFaults(one), ...lintFaults(one, now)]
  const messages = new Set(faultsOf(base).map(({ message }) => message))
  return faultsOf(pack).flatMap((fault) =>
    messages.has(fault.message)
      ? []
      : [{ ...fault, path: ownPath(fault.path, pack, base, overlay) }],
  )
}

/** The place in the overlay of a place in the merged pack, as far as it is the overlay's. */
function ownPath(
  [list, at, ...rest]: PackPath,
  pack: Pack,
  base: Pack,
  overlay: Overlay,
): PackPath {
  const known = ADDED_LISTS.find((one) => one === list)
  if (known === undefined || Number(at) < base[known].length) return []
  const id = pack[known][Number(at)]?.id
  return [known, overlay[known].findIndex((one) => one.id === id), ...rest]
}
