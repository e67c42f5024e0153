import type { LoadedBrowser } from '../../../demo/browser/launch.ts'

declare const chrome: {
  storage: Record<'local' | 'session', { get(keys: null): Promise<unknown> }>
}

/** Everything that the extension holds: both storage areas and every row of its databases. */
export async function dumpExtensionStorage(loaded: LoadedBrowser): Promise<string> {
  const page = await loaded.openExtension('src/options/index.html')
  const dump = await page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const rows: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames)
        rows.push(store, await done(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    const { local, session } = chrome.storage
    return JSON.stringify([await local.get(null), await session.get(null), rows])
  })
  await page.close()
  return dump
}
