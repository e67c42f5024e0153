import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Start } from './start-result.ts'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Keeps a data folder to one process, since PGlite takes no lock of its own and two writers would
 * ruin the database. The lock of a process that is gone, or of this one's number, is taken over:
 * in a container every start has the same number.
 */
export async function lockFolder(folder: string): Promise<Start<() => Promise<void>>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'collector.pid')
  const owner = Number(await readFile(path, 'utf8').catch(() => '0'))
  if (owner > 0 && owner !== process.pid && isAlive(owner))
    return {
      ok: false,
      message: `the data folder ${folder} is in use by process ${owner}: stop that collector or choose another folder with --data`,
    }
  await writeFile(path, String(process.pid))
  return { ok: true, value: () => rm(path, { force: true }) }
}
