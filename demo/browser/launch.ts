import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { CHROME_ID, GECKO_ID } from '../../scripts/extension-ids.ts'
import { createLoadableCopy } from '../../scripts/loadable.ts'
import { permissionOrigin } from '../../src/vocabulary/site.ts'
import { openExtensionPage } from './extension-page.ts'
import type { FoundBrowser } from './find.ts'

/** Firefox gives each profile's extension a random address; a preference fixes it. */
const GECKO_UUID = '5b1d3c4e-2f6a-4c1e-9a53-7d0b8f4e6a21'

const CHROMIUM_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
]

/** What launches a browser ends it, in its own order. */
const SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }

interface LaunchOptions {
  browser: FoundBrowser
  /** The folder of `dist/chrome` and `dist/firefox`. */
  distDir: string
  /** Match patterns that the loaded copy may run on. */
  hosts: readonly string[]
  headless: boolean
  width?: number
  height?: number
  /** Keeps extension and profile here, for the next launch; without it they are gone with the browser. */
  keepIn?: string
  /** More of Firefox's preferences. */
  preferences?: Readonly<Record<string, number | string>>
  /** Environment variables for the browser, beside those of this process. */
  variables?: Readonly<Record<string, string>>
}

export interface LoadedBrowser {
  browser: Browser
  /** Opens a page of the extension, such as `src/options/index.html`; `prepare` sees it empty. */
  openExtension: (path: string, prepare?: (page: Page) => void) => Promise<Page>
  /** Puts the extension in once more under another version, as an update does. */
  update: (version: string) => Promise<void>
  stop: () => Promise<void>
}

/** Starts a browser with Handrail in it. Stopping removes its profile, unless that is kept. */
export async function launchWithHandrail(options: LaunchOptions): Promise<LoadedBrowser> {
  const folder = options.keepIn ?? (await mkdtemp(join(tmpdir(), 'handrail-')))
  const remove = () => (options.keepIn === undefined ? removeFolder(folder) : undefined)
  const isFirefox = options.browser.kind === 'firefox'
  const extension = join(folder, 'extension')
  const dist = join(options.distDir, isFirefox ? 'firefox' : 'chrome')
  try {
    await createLoadableCopy(dist, options.hosts.map(permissionOrigin), extension)
    const browser = await (isFirefox ? launchFirefox : launchChromium)(options, folder, extension)
    const base = isFirefox ? `moz-extension://${GECKO_UUID}` : `chrome-extension://${CHROME_ID}`
    return {
      browser,
      openExtension: (path, prepare) => openExtensionPage(browser, `${base}/${path}`, prepare),
      async update(version) {
        const file = join(extension, 'manifest.json')
        const manifest = JSON.parse(await readFile(file, 'utf8'))
        await writeFile(file, JSON.stringify({ ...manifest, version }))
        await browser.installExtension(extension)
      },
      async stop() {
        // Somebody may have closed it already.
        await browser.close().catch(() => undefined)
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** A browser writes its profile for a moment after it has closed. */
function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

function viewport({ headless, width = 1400, height = 900 }: LaunchOptions) {
  return headless ? { width, height } : null
}

function launchChromium(options: LaunchOptions, folder: string, extension: string) {
  const isRoot = process.getuid?.() === 0
  return puppeteer.launch({
    executablePath: options.browser.path,
    headless: options.headless,
    userDataDir: join(folder, 'profile'),
    pipe: true,
    enableExtensions: [extension],
    defaultViewport: viewport(options),
    ...SIGNALS,
    env: { ...process.env, ...options.variables },
    args: [
      ...CHROMIUM_ARGS,
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(options.headless ? ['--disable-gpu'] : []),
    ],
  })
}

async function launchFirefox(options: LaunchOptions, folder: string, extension: string) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.browser.path,
    headless: options.headless,
    userDataDir: join(folder, 'profile'),
    defaultViewport: viewport(options),
    ...SIGNALS,
    env: { ...process.env, ...options.variables },
    // Without it, Firefox lets no driver open the pages of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'ui.prefersReducedMotion': 1,
      ...options.preferences,
      // With no window there is nobody to answer; Firefox then takes the press for the answer.
      ...(options.headless ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
    },
  })
  try {
    await browser.installExtension(extension)
    return browser
  } catch (cause) {
    await browser.close().catch(() => undefined)
    throw new Error('Firefox did not take Handrail; is it new enough? What it said stands below.', {
      cause,
    })
  }
}
