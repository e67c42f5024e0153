import type { Store } from './store.ts'

interface Options {
  open: () => Promise<Store>
  remove: () => Promise<void>
  fallback: () => Store
  report: (error: unknown) => void
}

/** Names that IndexedDB gives to a database that is damaged or of another shape. */
const DAMAGE: readonly string[] = ['UnknownError', 'NotFoundError', 'VersionError', 'DataError']
/** The connection has gone, which happens when the browser closes it: opening again is enough. */
const CLOSED: readonly string[] = ['InvalidStateError', 'AbortError']

const isNamed = (error: unknown, names: readonly string[]) =>
  error instanceof Error && names.includes(error.name)

/**
 * A store that outlives damage: reopened when its connection has gone, made anew when it is
 * corrupt, and held in memory when a new one can't be opened either. `takeDamage` says once for each
 * time that what was kept is gone. A full disk rejects: nothing is acknowledged, so the page keeps it.
 */
export function createDurableStore({ open, remove, fallback, report }: Options) {
  let current: Promise<Store> | undefined
  let damage = 0

  /** A second try first: a disk that was full for a moment has damaged nothing. */
  async function reopen(): Promise<Store> {
    const first = await open().catch((error: unknown) => {
      report(error)
    })
    if (first) return first
    try {
      return await open()
    } catch (error) {
      report(error)
      if (!isNamed(error, DAMAGE)) throw error
      damage += 1
    }
    try {
      await remove()
      return await open()
    } catch (error) {
      report(error)
      return fallback()
    }
  }

  async function replace(isDamaged: boolean): Promise<void> {
    const old = await current
    old?.close()
    if (isDamaged) {
      damage += 1
      await remove().catch(report)
    }
    current = undefined
  }

  async function ready(): Promise<Store> {
    current ??= reopen()
    try {
      return await current
    } catch (error) {
      current = undefined
      throw error
    }
  }

  const run: Store['run'] = async (names, act) => {
    const store = await ready()
    try {
      return await store.run(names, act)
    } catch (error) {
      const isDamaged = isNamed(error, DAMAGE)
      if (!isDamaged && !isNamed(error, CLOSED)) throw error
      report(error)
      await replace(isDamaged)
    }
    return (await ready()).run(names, act)
  }

  return {
    run,
    close: () => void current?.then((store) => store.close()).catch(() => undefined),
    takeDamage(): number {
      const taken = damage
      damage = 0
      return taken
    },
  }
}

export type DurableStore = ReturnType<typeof createDurableStore>
