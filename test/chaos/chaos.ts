import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askWorker, saveSettings } from '../../demo/browser/settings.ts'
import { nodeEnvironment } from '../../src/cli/node-environment.ts'
import { publishPack } from '../../src/cli/publish-pack.ts'
import { openPostgresql } from '../../src/collector/store/postgresql.ts'
import { createCollectorProcess } from '../../src/collector/testing/collector-process.ts'
import { startPostgres } from '../../src/collector/testing/postgres.ts'
import type { DeliveryStatus } from '../../src/messaging/protocol.ts'
import { createKeyPair } from '../../src/vocabulary/signature.ts'
import { startBrowser } from './browser.ts'
import { startFaultyGateway } from './faulty-gateway.ts'
import { SCREENS_MAX, screenId, startSite, writePack } from './site.ts'

const CHANNEL = 'chaos'
/** Of a hundred kills; the rest are of the worker. */
const SHARES = { browser: 2, database: 5, collector: 8 } as const
/** Chance of a network fault for each batch. */
const FAULT_CHANCE = 0.4
/** Visits between two attempts to send. */
const VISITS_PER_SYNC = 3
/** Tries to send what is left, at the end. */
const LAST_SYNCS = 60

type Victim = keyof typeof SHARES | 'worker'

interface Options {
  kills: number
  random: () => number
  log: (line: string) => void
  /** No kill comes later, in ms since 1970. */
  until: number
}

function drawVictim(random: () => number): Victim {
  let drawn = random() * 100
  for (const victim of ['browser', 'database', 'collector'] as const) {
    drawn -= SHARES[victim]
    if (drawn < 0) return victim
  }
  return 'worker'
}

/**
 * Visits one screen after the other in real Chromium while worker, browser, collector and database
 * are killed at random moments and the network fails. At the end each visit must have been counted
 * once. A visit that was in the page only when its browser was killed is in doubt: it may be
 * missing, and must not be there twice.
 */
export async function runChaos({ kills, random, log, until }: Options) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-chaos-'))
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const site = await startSite()
    stops.push(site.stop)
    const postgres = await startPostgres()
    stops.push(postgres.stop)
    const keys = await createKeyPair()
    const collector = createCollectorProcess({
      dataDir: join(folder, 'collector'),
      databaseUrl: postgres.url,
      flags: ['--trust', keys.publicKey],
    })
    stops.push(collector.stop)
    const collectorUrl = await collector.start()
    const gateway = await startFaultyGateway(() => collectorUrl, random)
    stops.push(gateway.stop)

    await writePack(join(folder, 'pack'), Math.min(SCREENS_MAX, kills * 2 + 20))
    const { ingestToken, publishToken } = collector.secrets()
    const published = await publishPack(
      {
        folder: join(folder, 'pack'),
        collectorUrl,
        channel: CHANNEL,
        secretKey: keys.secretKey,
        token: publishToken,
        bump: true,
      },
      nodeEnvironment(),
    )
    if (!published.ok) throw new Error(published.message)

    const browser = await startBrowser(join(folder, 'browser'), site.origin)
    stops.push(browser.stop)
    await saveSettings(browser.loaded(), {
      collectorUrl: gateway.url,
      collectorToken: ingestToken,
      channelUrl: `${collectorUrl}/v1/channels/${CHANNEL}`,
      trustedKeys: [keys.publicKey],
      sites: [`${site.origin}/*`],
      telemetry: 'on',
      flushMinutes: 0.5,
    })

    const visited: string[] = []
    const doubted = new Set<string>()
    const killed: Record<Victim, number> = { worker: 0, browser: 0, collector: 0, database: 0 }
    const healing = new Set<Promise<unknown>>()
    let isCollectorUp = true
    let isDatabaseUp = true
    let databaseUp: Promise<unknown> = Promise.resolve()

    const next = () => screenId(visited.length)
    let pagesOff = 0
    /** Where Handrail says no more on the page, it is opened anew, and nobody knows of that visit. */
    async function visitNext(): Promise<void> {
      const id = next()
      visited.push(id)
      if (await browser.visit(id)) return
      pagesOff += 1
      doubted.add(id)
      await openNext()
    }
    async function openNext(): Promise<void> {
      const id = next()
      visited.push(id)
      await browser.open(`/${id}`)
      await browser.onScreen(id)
    }
    const sync = () =>
      askWorker<{ delivery: DeliveryStatus }>(browser.loaded(), 'sync-now').catch(() => undefined)

    /** Lets something be down for a moment, while the rest goes on. */
    function heal(work: () => Promise<unknown>): Promise<unknown> {
      const healed = work().finally(() => healing.delete(healed))
      healing.add(healed)
      return healed
    }

    const ways: Record<Victim, () => Promise<boolean>> = {
      worker: browser.killWorker,
      async browser() {
        const kept = await browser.onDisk()
        for (const id of visited.slice(-20)) if (!kept.has(id)) doubted.add(id)
        await browser.killBrowser()
        await openNext()
        return true
      },
      async collector() {
        if (!isCollectorUp) return false
        isCollectorUp = false
        await collector.kill()
        void heal(async () => {
          // Without its database it could not start.
          await databaseUp
          await collector.start()
          isCollectorUp = true
        })
        return true
      },
      async database() {
        if (!isDatabaseUp || !isCollectorUp) return false
        isDatabaseUp = false
        await postgres.kill()
        databaseUp = heal(async () => {
          await postgres.start()
          isDatabaseUp = true
        })
        return true
      },
    }

    await openNext()
    gateway.setChance(FAULT_CHANCE)
    const total = () => Object.values(killed).reduce((sum, count) => sum + count, 0)
    while (total() < kills && visited.length < SCREENS_MAX - 2 && Date.now() < until) {
      await visitNext()
      // The kill comes while a sending may be under way.
      const sending = visited.length % VISITS_PER_SYNC === 0 ? sync() : undefined
      await new Promise((resolve) => setTimeout(resolve, random() * 60))
      const victim = drawVictim(random)
      // A browser that is killed takes the page that was to be told with it.
      if (victim === 'browser') await sending
      if (await ways[victim]()) killed[victim] += 1
      await sending
      if (total() % 25 === 0) log(`${total()} kills, ${visited.length} visits`)
    }

    await Promise.all(healing)
    gateway.setChance(0)
    let waiting = Infinity
    for (let tries = 0; tries < LAST_SYNCS && waiting > 0; tries++) {
      waiting = (await sync())?.delivery.waiting ?? Infinity
      if (waiting > 0) await new Promise((resolve) => setTimeout(resolve, 2000))
    }

    const database = openPostgresql(postgres.url)
    const rows = await database.query(
      "select screen, sum(count)::int as count from rollups where kind = 'visit' group by screen",
    )
    const [losses] = await database.query(
      "select coalesce(sum(count), 0)::int as count from rollups where kind = 'lost'",
    )
    await database.close()
    const counted = new Map(rows.map(({ screen, count }) => [String(screen), Number(count)]))
    return {
      killed,
      kills: total(),
      faults: gateway.seen,
      visits: visited.length,
      pagesOff,
      saidByPages: browser.said,
      inDoubt: doubted.size,
      inDoubtMissing: [...doubted].filter((id) => !counted.has(id)).length,
      lost: visited.filter((id) => !counted.has(id) && !doubted.has(id)),
      countedTwice: [...counted].filter(([, count]) => count > 1).map(([id]) => id),
      foreign: [...counted.keys()].filter((id) => !visited.includes(id)),
      reportedLost: Number(losses?.count),
      waiting,
    }
  } finally {
    for (const stop of stops.toReversed()) await stop().catch(() => undefined)
  }
}
