import { existsSync } from 'node:fs'
import { lockFolder } from '../folder-lock.ts'
import { HOST_DEFAULT, urlOf } from '../listen.ts'
import { loadSecrets } from '../secrets.ts'
import type { Database } from '../store/database.ts'
import { embeddedFolder, openDatabase } from '../store/open.ts'
import { lookAtClickhouse, lookAtDatabaseUrl, lookAtHost } from './address.ts'
import { lookAtChannels } from './channels.ts'
import { lookAtDatabase } from './database.ts'
import { bad, type Finding, good, lineOf, watch, whyOf } from './finding.ts'
import { lookAtDisk, lookAtFolder, lookAtSecretsFile } from './folder.ts'

export interface DoctorOptions {
  dataDir: string
  host?: string
  port?: number
  databaseUrl?: string
  clickhouseUrl?: string
  trustedKeys?: readonly string[]
  /** ms since 1970 */
  now?: () => number
}

async function trustedKeysOf({ dataDir, trustedKeys = [] }: DoctorOptions): Promise<string[]> {
  // Without the file there is nothing to be read, and to look must not make it.
  if (!existsSync(`${dataDir}/collector.json`)) return [...trustedKeys]
  const secrets = await loadSecrets(dataDir)
  return secrets.ok ? [...secrets.value.trustedKeys, ...trustedKeys] : [...trustedKeys]
}

async function lookInside(database: Database, options: DoctorOptions): Promise<Finding[]> {
  const now = (options.now ?? Date.now)()
  try {
    const findings = [good('database', `${database.engine} answers`)]
    findings.push(...(await lookAtDatabase(database, now)))
    const hasTables = !findings.some(({ about, state }) => about === 'tables' && state !== 'good')
    if (hasTables)
      findings.push(...(await lookAtChannels(database, await trustedKeysOf(options), now)))
    return findings
  } catch (error) {
    return [
      bad('database', `it can’t be used (${whyOf(error)}): is the server up, and the URL right?`),
    ]
  } finally {
    await database.close().catch(() => {})
  }
}

async function isReady({ host, port }: DoctorOptions): Promise<Finding> {
  const url = `${urlOf(host, port)}/readyz`
  const status = await fetch(url).then(
    (response) => response.status,
    () => 0,
  )
  if (status === 200) return good('database', 'the collector that runs says that it answers')
  return status === 0
    ? bad(
        'database',
        `a collector has it open, and does not answer at ${url}: name its --host and --port, or start it anew`,
      )
    : bad(
        'database',
        `the collector that runs says that its database does not answer (${status}): start it anew`,
      )
}

/** The embedded database is one process's: while a collector runs on it, that one is asked. */
async function lookAtEmbedded(options: DoctorOptions): Promise<Finding[]> {
  if (!existsSync(embeddedFolder(options.dataDir)))
    return [watch('database', 'there is none yet: the first start makes it')]
  const lock = await lockFolder(options.dataDir)
  if (!lock.ok)
    return [
      await isReady(options),
      good('tables', 'they are looked at only while no collector runs on this folder'),
    ]
  try {
    return await lookInside(await openDatabase({ dataDir: options.dataDir }), options)
  } catch (error) {
    return [
      bad('database', `it can’t be opened (${whyOf(error)}): restore a backup into another folder`),
    ]
  } finally {
    await lock.value()
  }
}

/** Looks at a collector's set-up without changing it. Well is what has nothing bad. */
export async function runDoctor(options: DoctorOptions) {
  const { dataDir, databaseUrl } = options
  const folder = await lookAtFolder(dataDir)
  const hasFolder = folder.every(({ state }) => state !== 'bad')
  const findings = [
    ...folder,
    ...(hasFolder ? await lookAtSecretsFile(dataDir) : []),
    ...(hasFolder ? await lookAtDisk(dataDir) : []),
    ...lookAtHost(options.host ?? HOST_DEFAULT),
  ]
  if (databaseUrl !== undefined) {
    findings.push(...lookAtDatabaseUrl(databaseUrl))
    if (findings.at(-1)?.state !== 'bad')
      findings.push(...(await lookInside(await openDatabase({ databaseUrl }), options)))
  } else if (hasFolder) findings.push(...(await lookAtEmbedded(options)))
  if (options.clickhouseUrl !== undefined)
    findings.push(...(await lookAtClickhouse(options.clickhouseUrl)))
  return {
    lines: findings.map(lineOf),
    findings,
    isWell: findings.every(({ state }) => state !== 'bad'),
  }
}
