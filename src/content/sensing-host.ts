import type { Part } from '../messaging/part.ts'
import { createLatePart } from './late-part.ts'
import type { Seen } from './sensing/seen.ts'
import type { Sensing, SensingOptions } from './sensing/sensing.ts'

interface Options extends SensingOptions {
  load: (part: Part) => Promise<boolean>
  fail: (error: unknown) => void
}

/** Senses friction from the first known screen on: before it there is nothing to count it for. */
export function createSensingHost({ load, fail, ...options }: Options) {
  const { guard, signal } = options
  let sensing: Sensing | undefined
  let latest: Seen | undefined

  const need = createLatePart({
    name: 'sensing',
    load,
    open: guard((create) => {
      sensing = create(options)
      if (latest) sensing.looked(latest)
    }),
    fail,
    signal,
  })

  return {
    now: () => sensing,
    looked(seen: Seen): void {
      latest = seen
      if (sensing) sensing.looked(seen)
      else if (seen.screen !== undefined) need()
    },
  }
}
