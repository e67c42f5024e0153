import type { Pack } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import { packFor } from '../walkthroughs/pack-for.ts'
import { isTelemetryOn } from './delivery.ts'
import type { FirstSeen } from './first-seen.ts'
import { personOf } from './person.ts'
import type { Effective } from './settings.ts'

interface Options {
  firstSeen: FirstSeen
  /** The browser's own language, where no setting says another. */
  language: string
}

/** Leaves of packs what is for the person; a walkthrough under way stays. */
export function createPersonalPacks({ firstSeen, language }: Options) {
  return async (packs: readonly Pack[], now: Effective, run: Run | undefined): Promise<Pack[]> => {
    if (packs.length === 0) return []
    const daysSince = await firstSeen.daysSince(packs.map(({ app }) => app.id))
    return packs.map((pack) => {
      const own = packFor(
        pack,
        personOf(now, pack.app.id, now.locale ?? language, daysSince(pack.app.id)),
        run?.pack === pack.id ? run.walkthrough : undefined,
      )
      // Without consent nobody is asked: the answer would go nowhere.
      return isTelemetryOn(now) ? own : { ...own, surveys: [] }
    })
  }
}
