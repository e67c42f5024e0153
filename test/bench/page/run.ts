import { openBrowser } from '../anchors/browser.ts'
import { CACHE_FOLDER, unpack } from '../anchors/unpack.ts'
import { bundlePageBench } from './bundle.ts'
import { type Looks, runLooks } from './looks.ts'
import { POSTHOG } from './peers.ts'
import { serveClinic } from './serve.ts'
import type { Size } from './size.ts'
import type { Storm } from './storm-run.ts'
import { runStorms } from './storms.ts'

export interface Run {
  size: Size
  looks: Looks
  storms: Storm[]
}

/** The whole bench at one size. Needs a built extension in `dist`. */
export async function runPageBench(size: Size, log: (line: string) => void): Promise<Run> {
  const code = await bundlePageBench()
  const clinic = await serveClinic(size.elements, await unpack(POSTHOG, CACHE_FOLDER))
  try {
    log('recording targets, timing looks')
    const browser = await openBrowser()
    const looks = await runLooks(browser, clinic, code, size).finally(() => browser.close())
    const storms = await runStorms(clinic, code, size, looks.anchors, log)
    return { size, looks, storms }
  } finally {
    await clinic.stop()
  }
}
