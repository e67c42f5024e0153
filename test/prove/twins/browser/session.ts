import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../../demo/browser/find.ts'
import { askWorker } from '../../../../demo/browser/settings.ts'
import { dumpDatabase } from '../../../e2e/helpers/collector-database.ts'
import { createRecorder } from '../../../e2e/helpers/recorder.ts'
import { startSession } from '../../../e2e/helpers/session.ts'
import { TWIN_PACK } from '../packs.ts'
import { startDisguise } from './disguise.ts'
import { startTwinSite } from './site.ts'

/** Nothing is sent but when it is asked for. */
const NEVER_MINUTES = 1440

/** A browser with Handrail, a collector on disk, the twins' site, and a proxy that keeps all that is sent. */
export async function startTwinSession(kind: BrowserKind) {
  const dataDir = await mkdtemp(join(tmpdir(), 'handrail-twins-'))
  const site = await startTwinSite()
  const session = await startSession(kind, 'none', dataDir)
  const disguise = await startDisguise(session.stack.ehr.origin)
  const recorder = await createRecorder(session.stack.collector.url)
  const published = await session.stack.publish(TWIN_PACK)
  if (!published.ok) throw new Error(published.message)
  await session.configure({
    ...{ collectorUrl: recorder.url, flushMinutes: NEVER_MINUTES, wireframes: 'on' },
    sites: [`${site.origin}/*`, `${disguise.origin}/*`],
  })
  const { logged } = session
  const worker = await workerOf(session.loaded.browser, kind)
  worker?.on('console', (message) => logged.push(message.text()))

  return {
    ...session,
    site,
    disguise,
    recorder,
    worker,
    /** Sends what waits; the bodies that went to the collector. What the worker remembers of it is forgotten. */
    async sentNow(): Promise<string[]> {
      const before = recorder.sent.length
      await session.sync()
      await askWorker(session.loaded, 'delete-waiting')
      return recorder.sent
        .slice(before)
        .filter((request) => request.startsWith('POST /v1/logs\n'))
        .map((request) => request.split('\n').slice(2).join('\n'))
    },
    /** A page of the extension whose console is kept. */
    openOwn: (): Promise<Page> =>
      session.loaded.openExtension('src/options/index.html', (page) => {
        page.on('console', (message) => logged.push(message.text()))
      }),
    database: () => join(dataDir, 'collector/database'),
    /** Ends the browser and the collector; what the collector has kept stays until `stop`. */
    end: () => session.stop(),
    dumpDatabase: () => dumpDatabase(join(dataDir, 'collector/database')),
    async stop() {
      await session.stop()
      await Promise.all([recorder.stop(), site.stop(), disguise.stop()])
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type TwinSession = Awaited<ReturnType<typeof startTwinSession>>

/** Chromium lets a driver hear its worker; Firefox does not. */
async function workerOf(browser: Browser, kind: BrowserKind) {
  if (kind !== 'chromium') return undefined
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker')
  return (await target.worker()) ?? undefined
}
