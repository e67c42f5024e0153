import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from '../../../demo/openmrs/packages.ts'
import { PACKAGES_FOLDER } from '../../../demo/stack.ts'
import { buildIfNeeded } from '../../../scripts/build-if-needed.ts'
import { BROWSERS } from '../../e2e/helpers/session.ts'
import { type App, proveInBrowser } from './browser/prove.ts'
import { proveInDom, readDomProof } from './dom-proof.ts'
import { proofDocument } from './report-document.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** What each part has shown, so that one can be run again by itself. */
const FOLDER = join(ROOT, '.cache/twins')

const { values } = parseArgs({
  options: {
    /** In a DOM: families of patients, of which every two are a pair; with 0 what the last run has shown is told again. */
    families: { type: 'string', default: '54' },
    patients: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    /** No family and no patient begins later. */
    minutes: { type: 'string', default: '60' },
    processes: { type: 'string', default: '2' },
    /** Every two of so many make a pair; 0 leaves it out. */
    chromium: { type: 'string', default: '7' },
    firefox: { type: 'string', default: '4' },
    /** The same in OpenMRS. */
    openmrs: { type: 'string', default: '3' },
  },
})
const APPS: readonly App[] = ['twins', 'OpenMRS']
const log = (line: string) => console.error(line)
const seed = Number(values.seed)
const minutes = Number(values.minutes)

await mkdir(FOLDER, { recursive: true })
const asked = {
  ...{
    families: Number(values.families),
    patients: Number(values.patients),
    processes: Number(values.processes),
  },
  ...{ seed, minutes, folder: FOLDER },
}
const dom = asked.families > 0 ? await proveInDom(asked) : await readDomProof(FOLDER)
log(`${dom.pairs} pairs in a DOM, ${dom.differences.length} differences`)
/** What is to be run: an app in a browser, with so many patients. */
const wanted = BROWSERS.flatMap((browser) =>
  APPS.map((app) => ({
    ...{ browser, app, seed, log },
    patients: Number(app === 'OpenMRS' ? values.openmrs : values[browser]),
  })),
).filter(({ patients }) => patients > 0)
if (wanted.length > 0) {
  await buildIfNeeded()
  await ensurePackages({ dir: PACKAGES_FOLDER, onProgress: ({ name }) => log(name) })
}
const browsers = []
for (const one of wanted)
  browsers.push(await proveInBrowser({ ...one, until: Date.now() + minutes * 60_000 }))
const text = proofDocument(dom, browsers)
console.log(text)
await writeFile(join(ROOT, 'docs/bench/twins.md'), text)
const isClean =
  dom.differences.length + dom.faults.length === 0 &&
  browsers.every(({ differences, found }) => differences.length + found.length === 0)
process.exitCode = isClean ? 0 : 1
