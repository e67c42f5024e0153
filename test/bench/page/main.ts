import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../../../scripts/build-if-needed.ts'
import { pageDocument } from './report-document.ts'
import { runPageBench } from './run.ts'
import { FULL, QUICK } from './size.ts'

const { values } = parseArgs({
  options: {
    /** A small page and a short storm, to see that the bench works; the document is left as it is. */
    quick: { type: 'boolean', default: false },
  },
})
const log = (line: string) => console.error(line)
const started = Date.now()
await buildIfNeeded()
const run = await runPageBench(values.quick ? QUICK : FULL, log)
const text = pageDocument(run)
console.log(text)
if (!values.quick)
  await writeFile(join(import.meta.dirname, '../../../docs/bench/page.md'), `${text}\n`)
log(`${Math.round((Date.now() - started) / 1000)} s`)
// Figures are figures; a wrong element is a fault.
process.exitCode = run.looks.result.wrong > 0 ? 1 : 0
