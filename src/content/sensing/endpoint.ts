import type { RegionId } from '../../friction/observation.ts'

/** FNV-1a, 32 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/**
 * A number below 0 for an address, of whose query only the names count: the same for each call of a poll, and another
 * one for what else is asked of the same collection or function. It says nothing of the address, and stays in the
 * page's memory.
 */
export function endpointOf(address: string): RegionId {
  let hash = OFFSET
  let isQuery = false
  let isValue = false
  for (const character of address) {
    if (character === '#') break
    isQuery ||= character === '?'
    if (character === '=') isValue = isQuery
    else if (character === '&') isValue = false
    // What is a number in a query keeps answers out of caches.
    if (isValue || (isQuery && character >= '0' && character <= '9')) continue
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME)
  }
  return -1 - (hash >>> 0)
}
