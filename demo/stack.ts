import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeEnvironment } from '../src/cli/node-environment.ts'
import { publishPack } from '../src/cli/publish-pack.ts'
import { startCollector } from '../src/collector/start.ts'
import type { Policy } from '../src/vocabulary/policy.ts'
import { createKeyPair, publicKeyOf } from '../src/vocabulary/signature.ts'
import { createDemoEhr } from './openmrs/server.ts'

const ROOT = join(import.meta.dirname, '..')
export const CHANNEL = 'demo'
export const PACK_FOLDER = join(ROOT, 'packs/openmrs')
export const PACKAGES_FOLDER = join(ROOT, '.cache/openmrs')
export const DIST_FOLDER = join(ROOT, 'dist')

interface StackOptions {
  /** Where the collector keeps its data and the publisher its key; in memory without it. */
  dataDir?: string
  /** Forget what is in the data folder. */
  fresh?: boolean
  /** 0: any free port. */
  ehrPort: number
  collectorPort: number
}

/** The demo EHR, a collector, and the sample pack on its channel. */
export async function startStack({ dataDir, fresh, ehrPort, collectorPort }: StackOptions) {
  if (fresh && dataDir !== undefined) await rm(dataDir, { recursive: true, force: true })
  const secretKey = await publisherKey(dataDir)
  const publicKey = await publicKeyOf(secretKey)
  const ehr = await createDemoEhr({ packagesDir: PACKAGES_FOLDER, port: ehrPort })
  try {
    const started = await startCollector({
      ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'collector') }),
      port: collectorPort,
      demo: true,
      trustedKeys: [publicKey],
      dashboardDir: join(DIST_FOLDER, 'dashboard'),
    })
    if (!started.ok) throw new Error(started.message)
    const collector = started.value

    const publish = (folder = PACK_FOLDER) =>
      publishPack(
        {
          folder,
          collectorUrl: collector.url,
          channel: CHANNEL,
          secretKey,
          token: collector.publishToken,
          bump: true,
        },
        nodeEnvironment(),
      )
    const published = await publish()
    if (!published.ok) {
      await collector.stop()
      throw new Error(`The sample pack could not be published: ${published.message}`)
    }

    const settings: Policy = {
      collectorUrl: collector.url,
      collectorToken: collector.ingestToken,
      channelUrl: `${collector.url}/v1/channels/${CHANNEL}`,
      trustedKeys: [publicKey],
      sites: [`${ehr.origin}/*`],
      telemetry: 'on',
      flushMinutes: 0.5,
    }
    return {
      ehr,
      collector,
      secretKey,
      publish,
      published: published.value,
      /** What the extension is told, as an administrator would. */
      settings,
      async stop() {
        await collector.stop()
        await ehr.stop()
      },
    }
  } catch (error) {
    await ehr.stop()
    throw error
  }
}

export type Stack = Awaited<ReturnType<typeof startStack>>

/** The key that signs the demo's channel: made at the first start, and kept with the data. */
async function publisherKey(dataDir: string | undefined): Promise<string> {
  if (dataDir === undefined) return (await createKeyPair()).secretKey
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, 'publisher.key')
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch {
    const { secretKey } = await createKeyPair()
    await nodeEnvironment().writeSecret(file, `${secretKey}\n`)
    return secretKey
  }
}
