import { existsSync } from 'node:fs'
import { join } from 'node:path'

export type BrowserKind = 'chromium' | 'firefox'

export interface FoundBrowser {
  kind: BrowserKind
  path: string
}

/** Names on the PATH, best first: where an extension loads without a hand's turn. */
const COMMANDS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'chrome-for-testing',
    'microsoft-edge',
    'google-chrome',
    'google-chrome-stable',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
}

const MAC: Record<BrowserKind, readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
}

const WINDOWS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
}

const OVERRIDES: Record<BrowserKind, string> = {
  chromium: 'CHROME_PATH',
  firefox: 'FIREFOX_PATH',
}

interface Machine {
  platform: NodeJS.Platform
  variables: Readonly<Record<string, string | undefined>>
  exists: (path: string) => boolean
}

function candidates(kind: BrowserKind, { platform, variables }: Machine): string[] {
  if (platform === 'darwin') return [...MAC[kind]]
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
    return roots.flatMap((name) => {
      const root = variables[name]
      return root ? WINDOWS[kind].map((path) => `${root}\\${path}`) : []
    })
  }
  const folders = (variables.PATH ?? '').split(':').filter(Boolean)
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)))
}

/** The browser to use, or nothing. `CHROME_PATH` and `FIREFOX_PATH` go before all that is found. */
export function findBrowser(
  kind: BrowserKind,
  machine: Machine = { platform: process.platform, variables: process.env, exists: existsSync },
): FoundBrowser | undefined {
  const wanted = machine.variables[OVERRIDES[kind]]
  const paths = wanted ? [wanted] : candidates(kind, machine)
  const path = paths.find(machine.exists)
  return path === undefined ? undefined : { kind, path }
}
