import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from '../demo/openmrs/packages.ts'
import { ensureBrowsers } from './ensure-browsers.ts'

const ROOT = join(import.meta.dirname, '..')
const RESULTS = join(ROOT, '.cache/test-results')

/** The whole test: checks, unit tests, and end-to-end tests in real browsers. */
interface Stage {
  name: string
  bin: string
  args: string[]
  /** vitest's own count, where the stage is a vitest run. */
  results?: string
}

function vitest(name: string, args: string[]): Stage {
  const results = join(RESULTS, `${name}.json`)
  return {
    name,
    bin: 'vitest/vitest.mjs',
    args: ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    results,
  }
}

const stages: Stage[] = [
  { name: 'format and lint', bin: '@biomejs/biome/bin/biome', args: ['ci', '.'] },
  { name: 'types', bin: 'typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'import direction', bin: '../scripts/check-imports.ts', args: [] },
  vitest('unit', []),
  vitest('end-to-end', ['--config', 'test/e2e/vitest.config.ts']),
]

function run({ name, bin, args, results }: Stage): { passed: number; failed: number } {
  console.log(`\n▶ ${name}`)
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (results === undefined)
    return done.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'))
    // A suite that could not even be loaded has no failed test of its own.
    const isBroken = done.status !== 0 && numFailedTests === 0
    return { passed: numPassedTests, failed: numFailedTests + (isBroken ? 1 : 0) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

ensureBrowsers()
await ensurePackages({
  dir: join(ROOT, '.cache/openmrs'),
  onProgress: ({ done, total, name }) => console.log(`demo EHR ${done}/${total} ${name}`),
})
mkdirSync(RESULTS, { recursive: true })
let passed = 0
let failed = 0
for (const stage of stages) {
  const count = run(stage)
  passed += count.passed
  failed += count.failed
  if (count.failed > 0) console.error(`✗ ${stage.name} failed`)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
