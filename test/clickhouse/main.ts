import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENGINE_FOLDER } from './engine-folder.ts'

/** Half a gigabyte, that only these tests need: so it is no dependency of the repository. */
const ENGINE = 'chdb@3.4.0'
const ROOT = join(import.meta.dirname, '../..')

if (!existsSync(join(ENGINE_FOLDER, 'node_modules/chdb'))) {
  await mkdir(ENGINE_FOLDER, { recursive: true })
  await writeFile(join(ENGINE_FOLDER, 'package.json'), '{"private": true}\n')
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ENGINE]
  const { status } = spawnSync('npm', args, { cwd: ENGINE_FOLDER, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${ENGINE} could not be installed`)
}
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
const config = join(import.meta.dirname, 'vitest.config.ts')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', config, ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
)
process.exitCode = status ?? 1
