import { requestable } from '../browser/requestable.ts'
import { permissionOrigin } from '../vocabulary/site.ts'
import { withoutPort } from './match-pattern.ts'

const SCRIPT_ID = 'handrail-sensor'

interface RegisteredScript {
  matches?: string[] | undefined
}

/** The parts of the browser that putting scripts into pages needs. */
export interface SensorBrowser {
  scripting: {
    getRegisteredContentScripts: (filter: { ids: string[] }) => Promise<RegisteredScript[]>
    registerContentScripts: (
      scripts: {
        id: string
        js: string[]
        matches: string[]
        allFrames: boolean
        runAt: 'document_idle'
        persistAcrossSessions: boolean
      }[],
    ) => Promise<unknown>
    unregisterContentScripts: (filter: { ids: string[] }) => Promise<unknown>
    executeScript: (injection: {
      target: { tabId: number; allFrames: true }
      files: string[]
    }) => Promise<unknown>
  }
  permissions: { contains: (wanted: { origins: string[] }) => Promise<boolean> }
  tabs: { query: (filter: { url: string[] }) => Promise<{ id?: number | undefined }[]> }
}

interface Options {
  browser: SensorBrowser
  /** Path of the built script within the extension. */
  file: string
}

/** Keeps the sensor on exactly the sites that packs, settings and the browser's permissions allow. */
export function createSensor({ browser: { scripting, permissions, tabs }, file }: Options) {
  let queue: Promise<unknown> = Promise.resolve()

  async function isGranted(pattern: string): Promise<boolean> {
    return permissions.contains({ origins: requestable([permissionOrigin(pattern)]) })
  }

  /** A page that was open before gets no registered script. The sensor itself sees to double loading. */
  async function injectIntoOpenTabs(matches: string[]): Promise<void> {
    const open = await tabs.query({ url: matches })
    await Promise.allSettled(
      open.flatMap(({ id }) =>
        id === undefined
          ? []
          : [scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [file] })],
      ),
    )
  }

  async function update(patterns: readonly string[]): Promise<boolean> {
    const granted = await Promise.all(
      patterns.map(async (pattern) => ((await isGranted(pattern)) ? [withoutPort(pattern)] : [])),
    )
    const matches = [...new Set(granted.flat())].toSorted()
    const filter = { ids: [SCRIPT_ID] }
    const [registered] = await scripting.getRegisteredContentScripts(filter)
    const before = registered?.matches?.toSorted() ?? []
    if (JSON.stringify(before) === JSON.stringify(matches)) return false
    if (registered !== undefined) await scripting.unregisterContentScripts(filter)
    if (matches.length === 0) return true
    await scripting.registerContentScripts([
      {
        id: SCRIPT_ID,
        js: [file],
        matches,
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: false,
      },
    ])
    // Not waited for: a tab that is frozen answers never, and what comes next may be the kill switch.
    void injectIntoOpenTabs(matches).catch(() => undefined)
    return true
  }

  return {
    isGranted,
    /** Brings the registration in line, one call after the other. Resolves to whether it has changed. */
    apply(patterns: readonly string[]): Promise<boolean> {
      const next = queue.then(() => update(patterns))
      queue = next.catch(() => undefined)
      return next
    },
  }
}

export type Sensor = ReturnType<typeof createSensor>
