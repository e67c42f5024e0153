import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../../../demo/browser/find.ts'

/** One headless Chromium without Handrail in it: the anchor code is evaluated in the page. */
export async function openBrowser(): Promise<Browser> {
  const found = findBrowser('chromium')
  if (found === undefined) throw new Error('No Chromium found; set CHROME_PATH to one.')
  return puppeteer.launch({
    executablePath: found.path,
    headless: true,
    pipe: true,
    // One call may time hundreds of looks, each after a paint, on a machine that does other work too.
    protocolTimeout: 900_000,
    defaultViewport: { width: 1400, height: 950 },
    args: [
      '--disable-gpu',
      '--mute-audio',
      // The same pages with a network as without: nothing beyond this machine answers.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}
