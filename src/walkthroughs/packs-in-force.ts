import { isOverlay, type Overlay } from '../vocabulary/overlay.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { showPath } from '../vocabulary/pack-fault.ts'
import { isStandingFor, type Person } from './audience.ts'
import { mergeOverlay } from './merge-overlay.ts'

export interface PacksInForce {
  packs: Pack[]
  /** What could not be taken of overlays, for whoever looks after packs. */
  leftOut: string[]
}

/**
 * The packs of a channel for one person: each with the overlays that are for them, by precedence and then
 * by id. Pure.
 */
export function packsInForce(
  all: readonly (Pack | Overlay)[],
  person: Pick<Person, 'roles' | 'department' | 'cohort'>,
): PacksInForce {
  const packs = new Map(all.flatMap((one) => (isOverlay(one) ? [] : [[one.id, one] as const])))
  const leftOut: string[] = []
  const overlays = all.filter(isOverlay).filter((one) => isFor(one, person))
  for (const overlay of overlays.toSorted(byPrecedence)) {
    const base = packs.get(overlay.extends)
    if (base === undefined) {
      leftOut.push(`${overlay.id}: there is no pack '${overlay.extends}' to lay it over`)
      continue
    }
    const merged = mergeOverlay(base, overlay)
    packs.set(base.id, merged.pack)
    leftOut.push(
      ...merged.leftOut.map(({ path, message }) => `${overlay.id}: ${showPath(path)}: ${message}`),
    )
  }
  return { packs: [...packs.values()], leftOut }
}

function isFor({ audience }: Overlay, person: Pick<Person, 'roles' | 'department' | 'cohort'>) {
  if (audience === undefined) return true
  const open = { languages: [], builds: [], completed: [], notCompleted: [], newcomer: undefined }
  return isStandingFor({ ...open, ...audience }, { ...person, language: '' })
}

function byPrecedence(a: Overlay, b: Overlay): number {
  return a.precedence - b.precedence || (a.id < b.id ? -1 : 1)
}
