import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { bad, type Finding, good, watch, whyOf } from './finding.ts'

/** Bytes that a collector should have left: some weeks of a hospital's records. */
const FREE_MIN = 1024 ** 3
const FREE_SHARE_MIN = 0.1
/** What group and others may do with a file. */
const OTHERS = 0o077

const mib = (bytes: number) => `${Math.floor(bytes / 1024 ** 2)} MiB`

/** Whether the data folder is there, ours to write to, and closed to others. */
export async function lookAtFolder(dataDir: string): Promise<Finding[]> {
  const about = 'data folder'
  try {
    const { mode } = await stat(dataDir)
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return [
      (mode & OTHERS) === 0
        ? good(about, `${dataDir} is ours alone`)
        : watch(about, `others may look into ${dataDir}: chmod 700 ${dataDir}`),
    ]
  } catch (error) {
    const code = whyOf(error)
    if (code === 'ENOENT')
      return [
        bad(about, `there is no ${dataDir}: start the collector once, or name it with --data`),
      ]
    return [
      bad(
        about,
        `this account can’t use ${dataDir} (${code}): chown it to the account that runs the collector`,
      ),
    ]
  }
}

/** Whether the file with the secrets is there and nobody else's to read. */
export async function lookAtSecretsFile(dataDir: string): Promise<Finding[]> {
  const path = join(dataDir, 'collector.json')
  try {
    const { mode } = await stat(path)
    return [
      (mode & OTHERS) === 0
        ? good('secrets', `only its owner may read ${path}`)
        : bad(
            'secrets',
            `others may read ${path}, which holds every token: chmod 600 ${path}, then make new tokens`,
          ),
    ]
  } catch {
    return [watch('secrets', `there is no ${path} yet: the first start makes it`)]
  }
}

/** Whether there is room on the disk. */
export async function lookAtDisk(dataDir: string): Promise<Finding[]> {
  try {
    const { bavail, blocks, bsize } = await statfs(dataDir)
    const free = bavail * bsize
    if (free < FREE_MIN)
      return [bad('disk', `${mib(free)} are free: make room, or nothing can be stored soon`)]
    if (bavail / blocks < FREE_SHARE_MIN)
      return [watch('disk', `${mib(free)} are free, less than a tenth: make room in time`)]
    return [good('disk', `${mib(free)} are free`)]
  } catch (error) {
    return [watch('disk', `how much is free can’t be told (${whyOf(error)})`)]
  }
}
