import type { Pack } from '../vocabulary/pack.ts'
import { permissionOrigin, siteMatches } from '../vocabulary/site.ts'
import { patternCovers } from './match-pattern.ts'

/**
 * The match patterns of a pack that the settings allow: what lies within both lists. A site that
 * only one of them names is off.
 */
export function allowedPatterns(pack: Pack, sites: readonly string[]): string[] {
  const both = pack.app.sites.flatMap((wanted) =>
    sites.flatMap((allowed) => {
      if (patternCovers(allowed, wanted)) return [wanted]
      return patternCovers(wanted, allowed) ? [allowed] : []
    }),
  )
  return [...new Set(both)]
}

/** The packs that apply at an address, by its own text and not by what a page says of itself. */
export function packsAt(url: string, packs: readonly Pack[], sites: readonly string[]): Pack[] {
  return packs.filter((pack) =>
    allowedPatterns(pack, sites).some((pattern) => siteMatches(pattern, url)),
  )
}

/** The host permissions that a set of patterns needs. */
export function originsOf(patterns: readonly string[]): string[] {
  return [...new Set(patterns.map(permissionOrigin))]
}
