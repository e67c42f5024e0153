import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Start } from '../start-result.ts'
import type { Database } from '../store/database.ts'
import { dump } from './dump.ts'
import { RestoreRefused, restore } from './restore.ts'

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/**
 * Writes a backup to `path`, which only its owner may read. It has that name only once it is whole
 * and on disk. A file that is there is left alone.
 */
export async function backUp(
  database: Database,
  path: string,
  madeAt: Date,
): Promise<Start<number>> {
  if (
    await access(path).then(
      () => true,
      () => false,
    )
  )
    return { ok: false, message: `${path} is there already, and is not overwritten` }
  const part = `${path}.part`
  const file = createWriteStream(part, { mode: 0o600 })
  try {
    await once(file, 'open')
  } catch (error) {
    return { ok: false, message: `${path} can’t be written (${codeOf(error)})` }
  }
  const gzip = createGzip({ level: 6 })
  gzip.pipe(file)
  const written = finished(file)
  // It is awaited at the end; until then a full disk must not end the process.
  written.catch(() => {})
  file.on('error', (error) => gzip.destroy(error))
  try {
    const rows = await dump(database, madeAt, async (text) => {
      if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written])
    })
    gzip.end()
    await written
    await sync(part)
    await rename(part, path)
    await sync(dirname(path))
    return { ok: true, value: rows }
  } catch (error) {
    gzip.destroy()
    file.destroy()
    await rm(part, { force: true })
    const why = codeOf(error) || (error instanceof Error ? error.message : '')
    return { ok: false, message: `the backup was not made: ${why}` }
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const text = source.pipe(createGunzip()).setEncoding('utf8')
  source.on('error', (error) => text.destroy(error))
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** Restores the backup at `path`; where it can't, what is in the database stays as it is. */
export async function restoreFrom(
  database: Database,
  path: string,
  options: { replace: boolean },
): Promise<Start<number>> {
  try {
    return { ok: true, value: await restore(database, linesOf(path), options) }
  } catch (error) {
    return {
      ok: false,
      message: `${path} was not restored: ${reasonOf(error)}. Nothing was changed.`,
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RestoreRefused) return error.message
  const code = codeOf(error)
  if (code.startsWith('Z_')) return 'the file is not whole, or no backup: make it or fetch it again'
  if (code === 'ENOENT') return 'there is no such file'
  return error instanceof Error ? error.message : String(error)
}
