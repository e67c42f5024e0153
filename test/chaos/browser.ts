import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowser } from '../../demo/browser/find.ts'
import { type LoadedBrowser, launchWithHandrail } from '../../demo/browser/launch.ts'
import { DIST_FOLDER } from '../../demo/stack.ts'
import { overlayOf } from '../e2e/helpers/overlay.ts'

declare const indexedDB: IDBFactory

/** The screens of which something is in the queue's database: open counts, records, and what was sent. */
async function screensOnDisk(): Promise<string[]> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('handrail')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const all = (name: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const request = opened.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  try {
    const rows = await Promise.all(['cells', 'records', 'log'].map(all))
    return [...new Set(JSON.stringify(rows).match(/s-[a-z]{3}(?=")/g) ?? [])]
  } finally {
    opened.close()
  }
}

/** Real Chromium with Handrail, whose worker and whole self can be killed, and which keeps its profile. */
export async function startBrowser(folder: string, site: string) {
  const found = findBrowser('chromium')
  if (found === undefined) throw new Error('chromium is not installed: npm test installs it')

  const open = () =>
    launchWithHandrail({
      browser: found,
      distDir: DIST_FOLDER,
      hosts: [`${site}/*`],
      headless: true,
      keepIn: folder,
    })
  let loaded: LoadedBrowser = await open()
  const said: string[] = []
  async function newPage() {
    const opened = await loaded.browser.newPage()
    opened.on('console', (message) => said.push(message.text()))
    return opened
  }
  let page = await newPage()

  return {
    loaded: () => loaded,
    async open(path: string): Promise<void> {
      await page.goto(site + path)
    },
    /** Goes to a screen; whether Handrail has seen that it is there. */
    async visit(id: string): Promise<boolean> {
      await page.evaluate((path) => Reflect.get(window, 'visit')(path), `/${id}`)
      const seen = await overlayOf(page)
        .onScreen(id)
        .catch(() => null)
      return seen !== null
    },
    onScreen: (id: string) => overlayOf(page).onScreen(id),
    /** What Handrail has said on pages. */
    said,
    async onDisk(): Promise<Set<string>> {
      const own = await loaded.openExtension('src/options/index.html')
      const screens = await own.evaluate(screensOnDisk)
      await own.close()
      return new Set(screens)
    },
    /** Ends the worker at once, whatever it does; whether there was one. */
    async killWorker(): Promise<boolean> {
      const target = loaded.browser.targets().find((one) => one.type() === 'service_worker')
      const worker = await target?.worker().catch(() => undefined)
      await worker?.close().catch(() => undefined)
      return worker !== undefined && worker !== null
    },
    /** `SIGKILL` of the browser, and a new one on the same profile. */
    async killBrowser(): Promise<void> {
      const running = loaded.browser.process()
      const gone = new Promise((resolve) => running?.once('exit', resolve))
      running?.kill('SIGKILL')
      await gone
      await rm(join(folder, 'profile/SingletonLock'), { force: true })
      loaded = await open()
      page = await newPage()
    },
    stop: () => loaded.stop(),
  }
}
