import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDemoEhr } from '../../../demo/openmrs/server.ts'
import { PACKAGES_FOLDER } from '../../../demo/stack.ts'
import { openBrowser } from '../anchors/browser.ts'
import { CACHE_FOLDER } from '../anchors/unpack.ts'
import { bundleSensing } from './bundle.ts'
import { corpus, type Load } from './corpus/loads.ts'
import { type CostRound, runCost } from './cost.ts'
import { createRunner } from './episodes-run.ts'
import { putTools } from './listen.ts'
import { PEERS } from './peers.ts'
import type { Result } from './score.ts'
import { type BenchServer, serveBench } from './serve.ts'
import type { Size } from './size.ts'

export interface Run {
  size: Size
  results: Result[]
  /** Episodes that could not be done, and tools that did not start. */
  faults: string[]
  cost: CostRound[]
}

/** What each tool said of each episode, to look into. */
const KEPT = join(CACHE_FOLDER, 'signals.json')

/** As soon as the extension sees what a press has opened, in ms, … */
const LOOKS_MS = 200
/** … and as often as it looks at a page that never rests (`content/look-budget.ts`). */
const BUSY_LOOKS_MS = 1000

type Log = (line: string) => void

/** Several browsers, each with the next page load as long as there are any. */
async function runEpisodes(
  size: Size,
  server: BenchServer,
  sensing: string,
  log: Log,
): Promise<Pick<Run, 'results' | 'faults'>> {
  const loads = corpus(size)
  const queue = [...loads]
  const until = Date.now() + size.minutes * 60_000
  const hasOpenmrs = loads.some(({ site }) => site === 'openmrs')
  const openmrs = hasOpenmrs
    ? await createDemoEhr({ packagesDir: PACKAGES_FOLDER, port: 0 })
    : undefined
  const results: Result[] = []
  const faults: string[] = []

  async function lane(): Promise<void> {
    const browser = await openBrowser()
    try {
      const origins = { ward: server.origin, ...(openmrs ? { openmrs } : {}) }
      let isSignedIn = false
      const runOne = async (load: Load) => {
        const page = await browser.newPage()
        const heard = await putTools(page, server, { sensing, peers: PEERS, isSending: false })
        const run = await createRunner(page, heard, origins, isSignedIn)
        const done = await run(load)
        if (load.site === 'openmrs') isSignedIn = true
        await page.close()
        results.push(...done.results)
        for (const { episode, why } of done.faults)
          faults.push(`${episode.id}, ${episode.widget}, ${episode.behaviour}: ${why}`)
        for (const peer of PEERS)
          if (!heard.some(({ tool, name }) => tool === peer && name === 'started'))
            faults.push(`${peer} did not start at ${load.address}`)
        log(`${results.length} episodes; ${load.site} ${load.address}`)
      }
      for (let load = queue.shift(); load && Date.now() < until; load = queue.shift())
        await runOne(load).catch((error: unknown) => faults.push(`${load?.address}: ${error}`))
    } finally {
      await browser.close()
    }
  }
  try {
    await Promise.all(Array.from({ length: size.lanes }, lane))
  } finally {
    await openmrs?.stop()
  }
  return { results, faults }
}

/** The whole bench at one size: the episodes, and then the cost. */
export async function runSignalsBench(size: Size, log: Log): Promise<Run> {
  const sensing = await bundleSensing()
  const server = await serveBench()
  try {
    const quality = await runEpisodes(size, server, sensing(LOOKS_MS), log)
    if (size.rows === undefined) await writeFile(KEPT, JSON.stringify(quality, undefined, 1))
    log('cost of sensing')
    const browser = await openBrowser()
    const cost = await runCost(browser, server, sensing(BUSY_LOOKS_MS), size).finally(() =>
      browser.close(),
    )
    return { size, ...quality, cost }
  } finally {
    await server.stop()
  }
}
