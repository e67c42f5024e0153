import { deleteDB, openDB } from 'idb'
import { DATABASE_NAME, DATABASE_VERSION, KEY_PATHS, STORE_NAMES } from './schema.ts'
import type { Store } from './store.ts'

/** Opens the database, and makes its stores where it is new. Rejects where it can't be opened. */
export async function openIdbStore(): Promise<Store> {
  const database = await openDB(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(opened) {
      for (const name of STORE_NAMES)
        if (!opened.objectStoreNames.contains(name))
          opened.createObjectStore(name, { keyPath: KEY_PATHS[name] })
    },
    // Another worker wants to upgrade or delete: don't stand in its way.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })

  return {
    async run(names, act) {
      const transaction = database.transaction(names, 'readwrite', { durability: 'strict' })
      // Rejects with the transaction; `act` has the better reason.
      transaction.done.catch(() => undefined)
      try {
        const result = await act({
          get: (name, key) => transaction.objectStore(name).get(key),
          all: (name) => transaction.objectStore(name).getAll(),
          put: async (name, row) => void (await transaction.objectStore(name).put(row)),
          delete: (name, key) => transaction.objectStore(name).delete(key),
          clear: (name) => transaction.objectStore(name).clear(),
        })
        await transaction.done
        return result
      } catch (error) {
        try {
          transaction.abort()
        } catch {
          // It has ended already.
        }
        throw error
      }
    },
    close: () => database.close(),
  }
}

/** Removes the database with all that is in it. */
export function deleteIdbStore(): Promise<void> {
  return deleteDB(DATABASE_NAME)
}
