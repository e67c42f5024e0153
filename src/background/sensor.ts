import { requestable } from '../browser/requestable.ts'
import { permissionOrigin } from '../vocabulary/site.ts'
import { withoutPort } from './match-pattern.ts'

const SCRIPT_ID = 'handrail-sensor'
/** For sites of which not all is named: browsers then take no frame that its page has written. */
const PARTS_ID = 'handrail-sensor-parts'
const IDS = [SCRIPT_ID, PARTS_ID]

interface Script {
  id: string
  js: string[]
  matches: string[]
  /** Frames without an address of their own (`srcdoc`, `about:blank`, `blob:`) too. */
  matchOriginAsFallback?: boolean
  allFrames: boolean
  runAt: 'document_idle'
  persistAcrossSessions: boolean
}

/** The parts of the browser that putting scripts into pages needs. */
export interface SensorBrowser {
  scripting: {
    getRegisteredContentScripts: (filter: {
      ids: string[]
    }) => Promise<{ id: string; matches?: string[] | undefined }[]>
    registerContentScripts: (scripts: Script[]) => Promise<unknown>
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

/** `https://ehr.example.org/*` */
const isWholeSite = (pattern: string) => /^[^/]+:\/\/[^/]+\/\*$/.test(pattern)

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

  const scriptOf = (id: string, matches: string[]): Script => ({
    id,
    js: [file],
    matches,
    allFrames: true,
    runAt: 'document_idle',
    persistAcrossSessions: false,
  })

  async function register(matches: string[]): Promise<void> {
    const whole = matches.filter(isWholeSite)
    const parts = matches.filter((pattern) => !isWholeSite(pattern))
    const inner = { ...scriptOf(SCRIPT_ID, whole), matchOriginAsFallback: true }
    try {
      if (whole.length > 0) await scripting.registerContentScripts([inner])
    } catch {
      // An older Firefox does not know the property: frames that pages write stay without help.
      await scripting.registerContentScripts([scriptOf(SCRIPT_ID, whole)])
    }
    if (parts.length > 0) await scripting.registerContentScripts([scriptOf(PARTS_ID, parts)])
  }

  async function update(patterns: readonly string[]): Promise<boolean> {
    const granted = await Promise.all(
      patterns.map(async (pattern) => ((await isGranted(pattern)) ? [withoutPort(pattern)] : [])),
    )
    const matches = [...new Set(granted.flat())].toSorted()
    const registered = await scripting.getRegisteredContentScripts({ ids: IDS })
    const before = registered.flatMap((script) => script.matches ?? []).toSorted()
    if (JSON.stringify(before) === JSON.stringify(matches)) return false
    if (registered.length > 0)
      await scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) })
    if (matches.length === 0) return true
    await register(matches)
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
