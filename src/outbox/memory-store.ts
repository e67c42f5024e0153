import { KEY_PATHS, type Rows, STORE_NAMES, type StoreName } from './schema.ts'
import type { Store, Transaction } from './store.ts'

function keyOf(name: StoreName, row: Rows[StoreName]): string {
  const found = Object.entries(row).find(([field]) => field === KEY_PATHS[name])
  return String(found?.[1])
}

/** Keeps rows for the life of the worker only: for browsers whose database can't be opened at all. */
export function createMemoryStore(): Store {
  let tables = new Map(STORE_NAMES.map((name) => [name, new Map<string, Rows[StoreName]>()]))
  let queue: Promise<unknown> = Promise.resolve()

  async function attempt<Result>(act: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const draft = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]))
    const table = <Name extends StoreName>(name: Name) => draft.get(name) as Map<string, Rows[Name]>
    const result = await act({
      get: async (name, key) => table(name).get(key),
      all: async (name) => [...table(name).values()],
      put: async (name, row) => void table(name).set(keyOf(name, row), row),
      delete: async (name, key) => void table(name).delete(key),
      clear: async (name) => table(name).clear(),
    })
    tables = draft
    return result
  }

  return {
    run(_names, act) {
      const next = queue.then(() => attempt(act))
      queue = next.catch(() => undefined)
      return next
    },
    close() {},
  }
}
