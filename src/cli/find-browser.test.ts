import { expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

function machine(platform: NodeJS.Platform, there: string[], variables = {}) {
  return {
    platform,
    variables: { PATH: '/usr/local/bin:/usr/bin', ProgramFiles: 'C:\\Program Files', ...variables },
    exists: (path: string) => there.includes(path),
  }
}

test('on Linux, Chromium goes before Chrome: Chrome may not load an extension by itself', () => {
  const both = machine('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'])
  expect(findBrowser('chromium', both)?.path).toBe('/usr/bin/chromium')
})

test('on Windows, Edge is found where it always is', () => {
  const path = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(findBrowser('chromium', machine('win32', [path]))?.path).toBe(path)
})

test('a path that was asked for is taken, and no other', () => {
  const there = ['/usr/bin/firefox', '/opt/firefox/firefox']
  const variables = { FIREFOX_PATH: '/opt/firefox/firefox' }
  expect(findBrowser('firefox', machine('linux', there, variables))?.path).toBe(there[1])
  const gone = machine('linux', there, { FIREFOX_PATH: '/gone' })
  expect(findBrowser('firefox', gone)).toBeUndefined()
})

test('no browser is no error', () => {
  expect(findBrowser('firefox', machine('linux', []))).toBeUndefined()
})
