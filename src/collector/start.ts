import { fileURLToPath } from 'node:url'
import { RETENTION_DAYS } from '../vocabulary/dictionary-entry.ts'
import { hourOf } from '../vocabulary/tally.ts'
import { createApp } from './app.ts'
import { lockFolder } from './folder-lock.ts'
import { issuePass, LINK_LIFETIME_MS } from './http/pass.ts'
import { QUOTA_DEFAULT } from './http/quota.ts'
import { RECORD_AGE_MAX_HOURS } from './http/record-time.ts'
import type { LogTarget } from './http/request-log.ts'
import { HOST_DEFAULT, listen, PORT_DEFAULT } from './listen.ts'
import { createSecrets, loadSecrets, type Secrets } from './secrets.ts'
import type { Start } from './start-result.ts'
import { openClickhouseSignals } from './store/clickhouse/signals.ts'
import { openDatabase } from './store/open.ts'
import type { SignalStore } from './store/signals.ts'
import { createStore, type Store } from './store/store.ts'
import { dayOfHour } from './store/tally-row.ts'
import { MIN_GROUP_DEFAULT } from './summary/suppress.ts'

/** Figures of two years and a quarter: a year beside the one before it. */
export const KEEP_DAYS_DEFAULT = RETENTION_DAYS.sums
/** Comments and wireframes of half a year. */
export const KEEP_NOTES_DAYS_DEFAULT = RETENTION_DAYS.notes
const SWEEP_EVERY_MS = 3_600_000
/** Where `npm run build` puts the dashboard. */
const DASHBOARD_DIR = fileURLToPath(new URL('../../dist/dashboard', import.meta.url))

export interface CollectorOptions {
  /** 0 takes any free port. */
  port?: number
  host?: string
  /** Where secrets and the embedded database are kept; without it, in memory until the stop. */
  dataDir?: string
  /** A PostgreSQL server in place of the embedded database. */
  databaseUrl?: string
  /** A ClickHouse server for the records; the rest stays in the database. */
  clickhouseUrl?: string
  demo?: boolean
  minGroup?: number
  /** How many days of figures are kept. */
  keepDays?: number
  /** How many days of comments and wireframes are kept. */
  keepNotesDays?: number
  /** Records a minute that one site may send. */
  quota?: number
  /** Ed25519 public keys, base64, beside those of `collector.json`. */
  trustedKeys?: readonly string[]
  dashboardDir?: string
  logger?: LogTarget
  /** ms since 1970 */
  now?: () => number
}

export interface Collector {
  /** `http://127.0.0.1:4318`, without a slash at the end. */
  url: string
  /** Opens the dashboard, once. */
  adminLink: string
  ingestToken: string
  publishToken: string
  /** A further link that opens the dashboard once. */
  createAdminLink(): string
  /** Finishes the requests under way, then closes the database. */
  stop(): Promise<void>
}

/** A link to the dashboard at `url` that opens it once, within half a day of `now` (ms). */
export function createAdminLink(url: string, adminKey: string, now: number): string {
  return `${url}/dashboard/?key=${issuePass('link', adminKey, now + LINK_LIFETIME_MS)}`
}

/**
 * Drops the uids of records so old that no client can send them again (a day later still, for a
 * collector beside this one whose clock is behind), and figures that are no longer to be kept.
 */
function startSweep(store: Store, keepDays: number, keepNotesDays: number, now: () => number) {
  async function drop(): Promise<void> {
    const hour = hourOf(now())
    await store.dropTalliesBefore(dayOfHour(hour - RECORD_AGE_MAX_HOURS) - 1)
    await store.dropRollupsBefore(dayOfHour(hour) - keepDays)
    await store.forgetNoteUids(dayOfHour(hour - RECORD_AGE_MAX_HOURS) - 1)
    await store.dropNotesBefore(dayOfHour(hour) - keepNotesDays + 1)
  }
  // The next round does it; `/readyz` tells of a database that is gone.
  const sweep = () => drop().catch(() => {})
  void sweep()
  const timer = setInterval(sweep, SWEEP_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function serve(
  store: Store,
  secrets: Secrets,
  options: CollectorOptions,
): Promise<Start<Collector>> {
  const keepNotesDays = options.keepNotesDays ?? KEEP_NOTES_DAYS_DEFAULT
  const { port = PORT_DEFAULT, host = HOST_DEFAULT, now = Date.now } = options
  const app = createApp({
    store,
    ingestTokens: [secrets.ingestToken],
    publishTokens: [secrets.publishToken],
    adminKey: secrets.adminKey,
    trustedKeys: [...secrets.trustedKeys, ...(options.trustedKeys ?? [])],
    minGroup: options.minGroup ?? MIN_GROUP_DEFAULT,
    demo: options.demo ?? false,
    keepNotesDays,
    quota: options.quota ?? QUOTA_DEFAULT,
    now,
    dashboardDir: options.dashboardDir ?? DASHBOARD_DIR,
    ...(options.logger === undefined ? {} : { logger: options.logger }),
  })
  const address = await listen(app, host, port)
  if (!address.ok) {
    await app.close()
    return address
  }
  const stopSweep = startSweep(store, options.keepDays ?? KEEP_DAYS_DEFAULT, keepNotesDays, now)
  const link = () => createAdminLink(address.value, secrets.adminKey, now())
  const value: Collector = {
    url: address.value,
    adminLink: link(),
    ingestToken: secrets.ingestToken,
    publishToken: secrets.publishToken,
    createAdminLink: link,
    stop: async () => {
      stopSweep()
      await app.close()
    },
  }
  return { ok: true, value }
}

/**
 * Starts a collector: secrets, database, HTTP. What a person can mend comes back as a message (a
 * busy port, a data folder in use, a damaged `collector.json`); throws where the database fails.
 */
export async function startCollector(options: CollectorOptions = {}): Promise<Start<Collector>> {
  const { dataDir } = options
  const lock = dataDir === undefined ? undefined : await lockFolder(dataDir)
  if (lock?.ok === false) return lock
  const secrets: Start<Secrets> =
    dataDir === undefined ? { ok: true, value: createSecrets() } : await loadSecrets(dataDir)
  const release = async () => lock?.value()
  if (!secrets.ok) {
    await release()
    return secrets
  }
  const database = await openDatabase(options)
  let signals: SignalStore | undefined
  const end = async () => {
    await signals?.close()
    await database.close()
    await release()
  }
  try {
    if (options.clickhouseUrl !== undefined)
      signals = await openClickhouseSignals(options.clickhouseUrl)
    const store = await createStore(database, signals)
    const served = await serve(store, secrets.value, options)
    if (!served.ok) {
      await end()
      return served
    }
    const stop = async () => {
      await served.value.stop()
      await end()
    }
    return { ok: true, value: { ...served.value, stop } }
  } catch (error) {
    await end()
    throw error
  }
}
