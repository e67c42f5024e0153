// The first stage of `npm start` and `npm test`: plain JavaScript for any Node from 20 on, with no
// node_modules yet. It installs what package-lock.json names and hands over to the Node in there.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.handrail-lock')
const isWindows = process.platform === 'win32'
const FORWARDED = isWindows ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']

function stop(message) {
  console.error(message)
  process.exit(1)
}

/** Whether this Node is at least `major.minor`. */
function isNodeAtLeast(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}

/** Runs a program to its end and gives its exit code. A signal for us is one for it. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    for (const signal of FORWARDED) process.on(signal, forward)
    child.once('error', (error) => stop(`${command} can't be started: ${error.message}`))
    child.once('close', (code) => {
      for (const signal of FORWARDED) process.off(signal, forward)
      resolve(code ?? 1)
    })
  })
}

/** npm itself where it has started us: that spares a search of the PATH, and a shell on Windows. */
function runNpm(args) {
  const script = process.env.npm_execpath ?? ''
  if (/npm-cli\.c?js$/.test(script)) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: isWindows })
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex')
}

/** Installs the dependencies where they are missing or not those of package-lock.json. */
export async function ensureDependencies() {
  if (!isNodeAtLeast(20, 0)) stop(`Handrail needs Node 20 or newer; this is ${process.version}.`)
  const hash = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log('Installing dependencies (first time: about a minute) …')
  // Not `npm ci`: it refuses a lock file that lacks another system's optional packages, as npm writes
  // one where a registry does not hold them. Versions and hashes are the lock file's here too.
  const code = await runNpm(['install', '--no-save', '--loglevel=error'])
  if (code !== 0)
    stop(
      'npm install failed: see above. With no network, or behind a proxy, npm must reach its registry.',
    )
  writeFileSync(stamp, hash)
}

/** Runs a TypeScript file with the Node of node_modules; ends as that ends. */
export async function handOver(script, args) {
  const bundled = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node')
  const isBundled = existsSync(bundled)
  if (!isBundled && !isNodeAtLeast(22, 18))
    stop(
      `The Node that Handrail brings along is missing: allow npm its install script (ignore-scripts is set?) and remove node_modules, or use Node 22.18 or newer; this is ${process.version}.`,
    )
  process.exitCode = await run(isBundled ? bundled : process.execPath, [
    join(root, script),
    ...args,
  ])
}
