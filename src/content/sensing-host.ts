import type { Part } from '../messaging/part.ts'
import { createLatePart } from './late-part.ts'
import type { Sensing, SensingOptions } from './sensing/sensing.ts'

interface Options extends SensingOptions {
  load: (part: Part) => Promise<boolean>
  fail: (error: unknown) => void
}

/** Senses friction from the first known screen on: before it there is nothing to count it for. */
export function createSensingHost({ load, fail, ...options }: Options) {
  const { guard, signal } = options
  let sensing: Sensing | undefined
  let screen: [id: string | undefined, isDialog: boolean] = [undefined, false]

  const need = createLatePart({
    name: 'sensing',
    load,
    open: guard((create) => {
      sensing = create(options)
      sensing.screenChanged(...screen)
    }),
    fail,
    signal,
  })

  return {
    now: () => sensing,
    screenChanged(id: string | undefined, isDialog: boolean): void {
      screen = [id, isDialog]
      if (sensing) sensing.screenChanged(id, isDialog)
      else if (id !== undefined) need()
    },
  }
}
