import type { Part } from '../messaging/part.ts'
import type { CreateSearch } from '../overlay/search.ts'
import { createLatePart } from './late-part.ts'

interface Options {
  load: (part: Part) => Promise<boolean>
  fail: (error: unknown) => void
  signal: AbortSignal
}

/** The help panel's search, which comes into the frame when somebody first opens the panel there. */
export function createSearchHost(options: Options) {
  let made: CreateSearch | undefined
  const waiting: ((create: CreateSearch) => void)[] = []
  const need = createLatePart({
    ...options,
    name: 'search',
    open(create) {
      made = create
      for (const take of waiting.splice(0)) take(create)
    },
  })

  /** Calls `take` once it is there. */
  return function needSearch(take: (create: CreateSearch) => void): void {
    if (made) {
      take(made)
      return
    }
    waiting.push(take)
    need()
  }
}
