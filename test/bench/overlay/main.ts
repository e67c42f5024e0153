import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../../../scripts/build-if-needed.ts'
import { overlayDocument } from './report-document.ts'
import { runOverlayBench } from './run.ts'
import { FULL, QUICK } from './size.ts'

const { values } = parseArgs({
  options: {
    /** A small page and few rounds, to see that the bench works; the document is left as it is. */
    quick: { type: 'boolean', default: false },
  },
})
const log = (line: string) => console.error(line)
await buildIfNeeded()
const run = await runOverlayBench(values.quick ? QUICK : FULL, log)
const text = overlayDocument(run)
console.log(text)
if (!values.quick)
  await writeFile(join(import.meta.dirname, '../../../docs/bench/overlay.md'), `${text}\n`)
