import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { signalsDocument } from './report-document.ts'
import { runSignalsBench } from './run.ts'
import { FULL, QUICK } from './size.ts'

const { values } = parseArgs({
  options: {
    /** About ten episodes, to see that the bench works; the document is left as it is. */
    quick: { type: 'boolean', default: false },
  },
})
const log = (line: string) => console.error(line)
const started = Date.now()
const run = await runSignalsBench(values.quick ? QUICK : FULL, log)
const text = signalsDocument(run)
console.log(text)
if (!values.quick)
  await writeFile(join(import.meta.dirname, '../../../docs/bench/signals.md'), `${text}\n`)
for (const fault of run.faults) log(fault)
log(`${Math.round((Date.now() - started) / 1000)} s`)
