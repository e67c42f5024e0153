import type { Area } from '../area.ts'

/** A storage area in memory, which copies like the browser's own. */
export function createFakeArea(initial: Record<string, unknown> = {}): Area {
  const items = new Map(Object.entries(initial))
  return {
    async get(keys) {
      const found = [keys].flat().filter((key) => items.has(key))
      return structuredClone(Object.fromEntries(found.map((key) => [key, items.get(key)])))
    },
    async set(more) {
      for (const [key, value] of Object.entries(structuredClone(more))) items.set(key, value)
    },
    async remove(keys) {
      for (const key of [keys].flat()) items.delete(key)
    },
  }
}
