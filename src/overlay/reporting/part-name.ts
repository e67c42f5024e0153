import type { Pointed } from '../guide.ts'
import type { Say } from '../words.ts'

/** How a part of the page is named to the person: as the pack calls it, or what it is and where it stands. */
export function partName({ label, target, role, region }: Pointed, say: Say): string {
  if (target !== undefined || role === undefined) return label
  return region === undefined ? say.role(role) : `${say.role(role)} · ${say.region(region)}`
}
