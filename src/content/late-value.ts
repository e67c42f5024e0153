import type { Part } from '../messaging/part.ts'
import { createLatePart, type PartValue } from './late-part.ts'

interface Options<Name extends Part> {
  name: Name
  load: (part: Part) => Promise<boolean>
  fail: (error: unknown) => void
  signal: AbortSignal
}

/** What a part hands over, for whoever asks for it: the first one brings its script into the frame. */
export function createLateValue<Name extends Part>(options: Options<Name>) {
  let made: PartValue<Name> | undefined
  const waiting: ((value: PartValue<Name>) => void)[] = []
  const need = createLatePart({
    ...options,
    open(value) {
      made = value
      for (const take of waiting.splice(0)) take(value)
    },
  })

  /** Calls `take` once it is there. */
  return function needValue(take: (value: PartValue<Name>) => void): void {
    if (made) {
      take(made)
      return
    }
    waiting.push(take)
    need()
  }
}
