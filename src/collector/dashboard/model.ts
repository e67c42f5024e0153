import { signal } from '@preact/signals'
import type { Summary } from '../summary/summary.ts'
import { loadSummary, openSession } from './client.ts'

export const REFRESH_MS = 15_000
/** Windows that can be chosen, in days. */
export const DAY_CHOICES = [1, 7, 14, 30, 90] as const
const DAYS_AT_FIRST = 7

export type Phase =
  | { type: 'loading' }
  | { type: 'ready' }
  | { type: 'no-session'; message: string }
  | { type: 'failed'; message: string }

interface ModelOptions {
  fetcher: typeof fetch
  /** The key of the admin link, where the page was opened with one. */
  key: string | undefined
  isHidden: () => boolean
}

export type Model = ReturnType<typeof createModel>

/** What the page shows, and what it can be told to do. Earlier figures stay while new ones come. */
export function createModel({ fetcher, key, isHidden }: ModelOptions) {
  const phase = signal<Phase>({ type: 'loading' })
  const summary = signal<Summary | undefined>(undefined)
  const days = signal<number>(DAYS_AT_FIRST)
  let current = new AbortController()

  async function refresh(): Promise<void> {
    current.abort()
    const own = new AbortController()
    current = own
    const answer = await loadSummary(days.value, fetcher, own.signal)
    // A later question has taken over.
    if (own.signal.aborted) return
    if (answer.type === 'value') {
      summary.value = answer.value
      phase.value = { type: 'ready' }
    } else phase.value = answer
  }

  async function open(): Promise<void> {
    if (key !== undefined) {
      const opened = await openSession(key, fetcher)
      if (opened.type === 'failed') {
        phase.value = opened
        return
      }
      // A used link is no matter where an earlier session still holds: the summary tells.
      await refresh()
      if (opened.type === 'no-session' && phase.value.type === 'no-session') phase.value = opened
      return
    }
    await refresh()
  }

  function start(): () => void {
    void open()
    const timer = setInterval(() => {
      if (!isHidden() && phase.value.type !== 'no-session') void refresh()
    }, REFRESH_MS)
    return () => {
      clearInterval(timer)
      current.abort()
    }
  }

  function chooseDays(next: number): void {
    days.value = next
    void refresh()
  }

  return { phase, summary, days, chooseDays, refresh, start, retry: open }
}
