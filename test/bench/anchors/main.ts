import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apps } from './apps/apps.ts'
import { openBrowser } from './browser.ts'
import { bundlePageCode } from './bundle.ts'
import { runDrift } from './drift.ts'
import { leaks } from './leaks.ts'
import { anchorsDocument } from './report-document.ts'
import { type Case, withoutDetails } from './score.ts'
import { readTruths } from './truth.ts'
import { CACHE_FOLDER } from './unpack.ts'
import { runUpgrade, type SavedScreen } from './upgrade.ts'

const { values } = parseArgs({
  options: {
    /** Only these apps, as often as given; the document is then left as it is. */
    app: { type: 'string', multiple: true, default: [] },
    'no-drift': { type: 'boolean', default: false },
  },
})
const started = Date.now()
const seconds = () => Math.round((Date.now() - started) / 1000)
const log = (line: string) => console.error(`${seconds()} s ${line}`)
const code = await bundlePageCode()
// One for each release: neither takes the other's focus, and both are read at once.
const browsers = { a: await openBrowser(), b: await openBrowser() }
try {
  const upgrade: Case[] = []
  const heldOut: Case[] = []
  const saved: SavedScreen[] = []
  const faults: string[] = []
  const truths = readTruths()
  const unknown = values.app.filter((name) => !truths.has(name))
  if (unknown.length > 0) throw new Error(`No table of that name: ${unknown.join(', ')}`)
  for (const [name, truth] of truths) {
    const app = apps[name]
    if (app === undefined) throw new Error(`No app serves the table ${name}.yaml`)
    if (values.app.length > 0 && !values.app.includes(name)) continue
    const result = await runUpgrade(browsers, code, name, app, truth, log)
    faults.push(...result.faults)
    // Of what is held out only totals are kept, so that no rule can be made for one of its cases.
    if (truth.heldOut) heldOut.push(...result.cases.map(withoutDetails))
    else {
      upgrade.push(...result.cases)
      saved.push(...result.saved)
    }
  }
  const fromA = saved.filter(({ screen }) => screen.endsWith('(a)'))
  const drift = values['no-drift'] ? [] : await runDrift([browsers.a, browsers.b], code, fromA, log)
  const page = await browsers.a.newPage()
  await page.evaluate(code)
  const { tools, recorderName } = await page.evaluate(() => ({
    tools: anchorBench.tools,
    recorderName: anchorBench.recorderName,
  }))
  await mkdir(CACHE_FOLDER, { recursive: true })
  await writeFile(join(CACHE_FOLDER, 'cases.json'), JSON.stringify({ upgrade, drift }, null, 1))
  const leaked = leaks(upgrade, apps)
  const text = anchorsDocument({ upgrade, heldOut, drift, tools, recorderName, faults, leaked })
  console.log(text)
  if (values.app.length === 0 && !values['no-drift'])
    await writeFile(join(import.meta.dirname, '../../../docs/bench/anchors.md'), `${text}\n`)
  log('every case: .cache/bench/cases.json')
  // Figures are figures; a table that does not fit its apps is a broken bench.
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  await Promise.all([browsers.a.close(), browsers.b.close()])
}
