import * as v from 'valibot'
import type { Area } from './area.ts'

const KEY = 'first-seen'
const stored = v.record(v.string(), v.pipe(v.string(), v.isoDate()))
const DAY_MS = 86_400_000

interface Options {
  local: Area
  /** The day where the person is, as 2026-11-24. */
  today: () => string
}

/** Since when somebody has been seen in each app, by its id. It stays in this browser. */
export function createFirstSeen({ local, today }: Options) {
  let line: Promise<unknown> = Promise.resolve()

  async function readAll(): Promise<Record<string, string>> {
    const read = v.safeParse(stored, (await local.get(KEY))[KEY])
    return read.success ? read.output : {}
  }

  return {
    /** Notes today for apps that are new, and resolves to the whole days since each was first seen. */
    daysSince(apps: readonly string[]): Promise<(app: string) => number | undefined> {
      const next = line.then(async () => {
        const all = await readAll()
        const day = today()
        // A day that is still to come was noted by a wrong clock.
        const isNoted = (app: string) => Object.hasOwn(all, app) && (all[app] ?? '') <= day
        const lacking = apps.filter((app) => !isNoted(app))
        for (const app of lacking) all[app] = day
        // Without it nobody goes without help: the day is noted another time.
        if (lacking.length > 0) await local.set({ [KEY]: all }).catch(() => undefined)
        return (app: string) => {
          const first = Object.hasOwn(all, app) ? all[app] : undefined
          if (first === undefined) return undefined
          return Math.round((Date.parse(day) - Date.parse(first)) / DAY_MS)
        }
      })
      line = next.catch(() => undefined)
      return next
    },
  }
}

export type FirstSeen = ReturnType<typeof createFirstSeen>
