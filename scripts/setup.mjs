// The first stage of `npm start` and `npm test`: plain JavaScript for any Node from 20 on, with no
// node_modules yet. It installs what package-lock.json names and hands over to the Node in there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? '.', '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.handrail-lock')
const isWindows = process.platform === 'win32'

function stop(message) {
  console.error(message)
  process.exit(1)
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex')
}

/** Installs the dependencies where they are missing or not those of package-lock.json. */
export function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) stop(`Handrail needs Node 20 or newer; this is ${process.version}.`)
  const hash = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log('Installing dependencies (first time: about a minute) …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows,
  })
  if (done.status !== 0)
    stop('npm ci failed: see above. With no network, or a proxy, npm has to reach its registry.')
  writeFileSync(stamp, hash)
}

/** Runs a TypeScript file with the Node of node_modules; ends as that ends. */
export function handOver(script, args) {
  const node = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node')
  const done = spawnSync(
    existsSync(node) ? node : process.execPath,
    [join(root, script), ...args],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  process.exit(done.status ?? 1)
}
