import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importFaults } from './imports/import-faults.ts'
import { readModule } from './imports/read-module.ts'

// Tests and their helpers may reach across folders: they are never part of what ships.
const isShipped = (path: string) => !/\.test\.tsx?$|\.d\.ts$|\/testing\//.test(path)

const root = fileURLToPath(new URL('..', import.meta.url))
const paths = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(isShipped)
  .sort()
const modules = paths.map((path) => readModule(path, readFileSync(join(root, path), 'utf8')))
const faults = importFaults(modules)
for (const fault of faults) console.error(fault)
console.log(`imports: ${modules.length} modules, ${faults.length} against the direction`)
process.exitCode = faults.length > 0 ? 1 : 0
