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
    /** For the episodes, at most. */
    minutes: { type: 'string', default: `${FULL.minutes}` },
  },
})
const log = (line: string) => console.error(line)
const started = Date.now()
const run = await runSignalsBench(
  values.quick ? QUICK : { ...FULL, minutes: Number(values.minutes) },
  log,
)
const text = signalsDocument(run)
console.log(text)
if (!values.quick)
  await writeFile(join(import.meta.dirname, '../../../docs/bench/signals.md'), `${text}\n`)
for (const fault of run.faults) log(fault)
log(`${Math.round((Date.now() - started) / 1000)} s`)
