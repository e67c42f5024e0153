/** Records a minute of one site: fifty thousand people send about 7,000, four times as many at the peak. */
export const QUOTA_DEFAULT = 60_000
const MINUTE_MS = 60_000

/**
 * How many records a site may send: a minute's worth at once, then as many as time brings. Each
 * collector counts by itself. `now` in ms since 1970.
 */
export function createQuota(perMinute: number, now: () => number) {
  const budgets = new Map<string, { left: number; at: number }>()
  return {
    /** Takes records from a site's budget; resolves to the seconds to wait where that is used up. */
    take(site: string, records: number): number {
      const at = now()
      const before = budgets.get(site) ?? { left: perMinute, at }
      const gained = (Math.max(0, at - before.at) / MINUTE_MS) * perMinute
      const left = Math.min(perMinute, before.left + gained)
      // What is begun within the budget is taken whole: a batch larger than it must not wait for ever.
      budgets.set(site, { left: left > 0 ? left - records : left, at })
      return left > 0 ? 0 : Math.ceil(((1 - left) / perMinute) * 60)
    },
  }
}

export type Quota = ReturnType<typeof createQuota>
