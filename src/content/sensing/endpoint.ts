import type { RegionId } from '../../friction/observation.ts'

/** FNV-1a, 32 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/**
 * A number below 0 for an address, without its query and its fragment: the same for each call of a poll. It
 * says nothing of the address, and stays in the page's memory.
 */
export function endpointOf(address: string): RegionId {
  let hash = OFFSET
  for (const character of address) {
    if (character === '?' || character === '#') break
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME)
  }
  return -1 - (hash >>> 0)
}
