import type { CDPSession, Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../demo/browser/find.ts'

/** How a page looks to somebody. `forced` is the system's own few colours: high contrast. `print` is on paper. */
export type Look = 'light' | 'dark' | 'forced' | 'print'

const ALL = ['dark', 'forced', 'light'] as const
const STARTED = ALL.find((look) => look === process.env.HANDRAIL_LOOK) ?? 'light'
const PREFERENCES: Record<(typeof ALL)[number], Record<string, number | string>> = {
  light: {},
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  forced: {
    'browser.display.document_color_use': 2,
    'browser.display.foreground_color': '#ffffff',
    'browser.display.background_color': '#000000',
    'browser.anchor_color': '#ffff00',
    'browser.visited_color': '#ffff00',
  },
}

/** Firefox's driver can change none of it: it looks as it was started, by `HANDRAIL_LOOK`. */
export const FIREFOX_LOOK = PREFERENCES[STARTED]

/** Light is the last: a page is left as it was. */
export const looksIn = (kind: BrowserKind): readonly Look[] =>
  kind === 'chromium' ? ALL : [STARTED]

/** On paper nothing is dark, whatever the screen is. */
const DARK: readonly Look[] = ['dark', 'print']

const clients = new WeakMap<Page, CDPSession>()

/** What is told to a page lasts as long as the session that told it: one is kept for each page. */
export async function setLook(kind: BrowserKind, page: Page, look: Look): Promise<void> {
  if (kind === 'firefox') return
  const client = clients.get(page) ?? (await page.createCDPSession())
  clients.set(page, client)
  await client.send('Emulation.setEmulatedMedia', {
    media: look === 'print' ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: DARK.includes(look) ? 'dark' : 'light' },
      { name: 'forced-colors', value: look === 'forced' ? 'active' : 'none' },
    ],
  })
}
