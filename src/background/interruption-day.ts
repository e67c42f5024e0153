import type { Area } from './area.ts'

const KEY = 'interrupted-on'

/** The day of the last interruption, as the extension keeps it. */
export function createInterruptionDay(local: Area) {
  return {
    async read(): Promise<string | undefined> {
      const day = (await local.get(KEY))[KEY]
      return typeof day === 'string' ? day : undefined
    },
    write: (day: string) => local.set({ [KEY]: day }),
  }
}
