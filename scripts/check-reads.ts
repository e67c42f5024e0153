import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ALLOWED } from './reads/allowed.ts'
import { readFaults } from './reads/read-faults.ts'

/** What senses, judges and reports; entries hand it elements, and it hands out closed values. */
const READERS = [
  'src/friction/**/*.ts',
  'src/content/sensing/**/*.ts',
  'src/content/reporting/**/*.ts',
]
const isShipped = (path: string) => !/\.test\.ts$|\/testing\//.test(path)

const root = fileURLToPath(new URL('..', import.meta.url))
const files = globSync(READERS, { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(isShipped)
  .sort()
  .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))
const faults = readFaults(files, ALLOWED)
for (const fault of faults) console.error(fault)
console.log(
  `reads: ${files.length} files that sense and report, ${ALLOWED.length} reads allowed, ${faults.length} faults`,
)
process.exitCode = faults.length > 0 ? 1 : 0
