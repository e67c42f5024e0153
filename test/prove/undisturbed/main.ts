import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from '../../../demo/openmrs/packages.ts'
import { PACKAGES_FOLDER } from '../../../demo/stack.ts'
import { buildIfNeeded } from '../../../scripts/build-if-needed.ts'
import { BROWSERS } from '../../e2e/helpers/session.ts'
import { proofDocument } from './report-document.ts'
import { proveEverywhere } from './sessions.ts'

/** The browsers have seeds of their own. */
const SEEDS_APART = 1_000_000

const { values } = parseArgs({
  options: {
    /** On each screen of the small apps, in each browser. */
    runs: { type: 'string', default: '50' },
    /** On each screen of OpenMRS. */
    openmrs: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    /** No run begins later. */
    minutes: { type: 'string', default: '60' },
  },
})
const log = (line: string) => console.error(line)
const started = Date.now()
await buildIfNeeded()
await ensurePackages({ dir: PACKAGES_FOLDER, onProgress: ({ name }) => log(name) })
const runs = Number(values.runs)
const each = await Promise.all(
  BROWSERS.map((browser, at) =>
    proveEverywhere({
      browser,
      runs,
      seed: Number(values.seed) + at * SEEDS_APART,
      openmrsRuns: Number(values.openmrs),
      log,
      until: started + Number(values.minutes) * 60_000,
    }),
  ),
)
const proofs = each.flat()
const text = proofDocument(proofs)
console.log(text)
await writeFile(join(import.meta.dirname, '../../../docs/bench/undisturbed.md'), text)
log(`${Math.round((Date.now() - started) / 1000)} s`)
process.exitCode = proofs.some(({ proof }) => proof.faults.length > 0) ? 1 : 0
