import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type BrowserKind, findBrowser } from '../demo/browser/find.ts'

const DEBIAN_PACKAGE: Record<BrowserKind, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
}

const KINDS = ['chromium', 'firefox'] as const

function missing(): BrowserKind[] {
  return KINDS.filter((kind) => findBrowser(kind) === undefined)
}

function aptGet(...args: string[]): void {
  spawnSync('apt-get', ['-qq', ...args], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/**
 * Finds Chromium and Firefox for the end-to-end tests; on Debian as root, installs what is missing.
 * Throws, with what to install, where that does not help.
 */
export function ensureBrowsers(): void {
  const wanted = missing()
  if (wanted.length === 0) return
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${wanted.join(' and ')} …`)
    aptGet('update')
    aptGet(
      'install',
      '-y',
      '--no-install-recommends',
      ...wanted.map((kind) => DEBIAN_PACKAGE[kind]),
    )
  }
  const still = missing()
  if (still.length > 0)
    throw new Error(
      `The end-to-end tests need ${still.join(' and ')}: install it, or set CHROME_PATH or FIREFOX_PATH to where it is.`,
    )
}
