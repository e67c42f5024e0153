import type { TabStatus } from '../messaging/protocol.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Effective } from './settings.ts'
import { allowedPatterns, originsOf, packsAt } from './sites.ts'

interface Facts {
  /** `undefined` where the browser does not tell: a page that Handrail has no access to. */
  url: string | undefined
  settings: Effective
  packs: readonly Pack[]
  pausedUntil: number | undefined
  /** Whether the browser grants a host permission. */
  isGranted: (pattern: string) => Promise<boolean>
}

export type Standing = Pick<TabStatus, 'url' | 'state' | 'origins' | 'pausedUntil' | 'packs'>

/** How things stand for one tab, the most general reason first. */
export async function standingOf(facts: Facts): Promise<Standing> {
  const { url, settings, packs, pausedUntil, isGranted } = facts
  const patterns = packs.flatMap((pack) => allowedPatterns(pack, settings.sites))
  const granted = await Promise.all(patterns.map(isGranted))
  const missing = originsOf(patterns.filter((_, index) => !granted[index]))
  const here = url === undefined ? [] : packsAt(url, packs, settings.sites)
  const known = {
    ...(url === undefined ? {} : { url }),
    packs: here.map(({ id, app, version }) => ({ id, name: app.name, version })),
    origins: [],
  }
  if (!settings.enabled) return { ...known, state: 'disabled' }
  if (pausedUntil !== undefined) return { ...known, state: 'paused', pausedUntil }
  if (packs.length === 0) return { ...known, state: 'no-pack' }
  if (here.length > 0) {
    const needed = originsOf(here.flatMap((pack) => allowedPatterns(pack, settings.sites)))
    const origins = missing.filter((origin) => needed.includes(origin))
    return origins.length === 0
      ? { ...known, state: 'on' }
      : { ...known, state: 'needs-access', origins }
  }
  // Without access the browser hides the address, so this may be one of the sites that wait for it.
  return url === undefined && missing.length > 0
    ? { ...known, state: 'needs-access', origins: missing }
    : { ...known, state: 'off-site' }
}
