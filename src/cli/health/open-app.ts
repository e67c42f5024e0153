import type { Browser, Page } from 'puppeteer-core'
import { failure, type Result, success } from '../result.ts'
import type { AppPage } from './app-page.ts'
import { createPageWorld } from './page-world.ts'

/** How long one page may take to load, and then to have no request under way. */
export const LOAD_MS = 30_000
export const CALM_MS = 10_000

export interface AppOptions {
  /** The browser's executable: Chromium, Chrome or Edge. */
  executable: string
  origin: string
  /** The probe, as `buildProbe` gives it. */
  script: string
  /** A folder of a profile to keep; otherwise an empty one that is thrown away. */
  profile?: string
  isHeaded: boolean
}

/** A browser with the app's first page open in it. */
export interface OpenedApp {
  page: AppPage
  stop: () => Promise<void>
}

/** Starts a browser and opens the app. Fails where there is no browser to start, or no app. */
export async function openApp(options: AppOptions): Promise<Result<OpenedApp>> {
  const browser = await launch(options)
  if (!browser.ok) return browser
  // Somebody may have closed it already.
  const stop = () => browser.value.close().catch(() => undefined)
  try {
    const page = await onlyPage(browser.value)
    page.on('dialog', (dialog) => {
      // A page that asks whether to leave it is left; what else it asks is not answered with yes.
      const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
      answer.catch(() => undefined)
    })
    await page.goto(options.origin, { waitUntil: 'load', timeout: LOAD_MS })
    return success({ page: await createAppPage(page, options), stop })
  } catch (error) {
    await stop()
    return failure(trouble(error, options.origin))
  }
}

async function launch(options: AppOptions): Promise<Result<Browser>> {
  const { executable, profile, isHeaded } = options
  try {
    const { default: puppeteer } = await import('puppeteer-core')
    const browser = await puppeteer.launch({
      executablePath: executable,
      headless: !isHeaded,
      pipe: true,
      defaultViewport: isHeaded ? null : { width: 1400, height: 900 },
      ...(profile === undefined ? {} : { userDataDir: profile }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--no-default-browser-check',
        // Most sign-ins are a cookie of the session: without it they end with the window.
        ...(profile === undefined ? [] : ['--restore-last-session']),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(isHeaded ? [] : ['--disable-gpu']),
      ],
    })
    return success(browser)
  } catch (error) {
    const isUninstalled = error instanceof Error && 'code' in error
    return failure(
      isUninstalled && error.code === 'ERR_MODULE_NOT_FOUND'
        ? 'there is no puppeteer-core: run npm install, with the development packages'
        : `${executable} could not be started: is it a browser${profile === undefined ? '' : `, and is no other one using ${profile}`}${isHeaded ? ', and is there a screen' : ''}?`,
    )
  }
}

/** A tab of our own; those that the profile has brought back are closed. */
async function onlyPage(browser: Browser): Promise<Page> {
  const others = await browser.pages()
  const page = await browser.newPage()
  await Promise.all(others.map((other) => other.close()))
  return page
}

async function createAppPage(page: Page, { origin, script }: AppOptions): Promise<AppPage> {
  const world = await createPageWorld(await page.createCDPSession(), script)
  return {
    async open(path) {
      try {
        const response = await page.goto(origin + path, { waitUntil: 'load', timeout: LOAD_MS })
        await page
          // One may stay open: a page's long poll, or its icon, whose end is not always told.
          .waitForNetworkIdle({ idleTime: 500, concurrency: 1, timeout: CALM_MS })
          // A page that asks its server for ever is looked at as it is.
          .catch(() => undefined)
        const status = response?.status() ?? 200
        if (status >= 400) return { because: 'status', status }
      } catch {
        return { because: 'not-loaded' }
      }
      return new URL(page.url()).origin === origin ? undefined : { because: 'other-site' }
    },
    look: world.look,
    async press(anchor) {
      const point = await world.point(anchor)
      if (point !== undefined) await page.mouse.click(point.x, point.y)
      return point !== undefined
    },
  }
}

function trouble(error: unknown, origin: string): string {
  const text = error instanceof Error ? error.message : ''
  if (text.includes('net::ERR_CERT'))
    return `${origin} has a certificate that this browser does not trust`
  if (text.includes('net::ERR_'))
    return `${origin} can't be reached: is the app running, and its address right?`
  return error instanceof Error && error.name === 'TimeoutError'
    ? `${origin} did not answer within ${LOAD_MS / 1000} seconds: try again later`
    : `the browser ended before ${origin} was open`
}
