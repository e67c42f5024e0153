import { findBrowser } from '../../../demo/browser/find.ts'
import { type LoadedBrowser, launchWithHandrail } from '../../../demo/browser/launch.ts'
import { saveSettings } from '../../../demo/browser/settings.ts'
import { DIST_FOLDER } from '../../../demo/stack.ts'
import { compilePack } from '../../../src/cli/compile-pack.ts'
import { CHANNEL_FORMAT } from '../../../src/vocabulary/channel.ts'
import { sealChannel } from '../../../src/vocabulary/channel-bytes.ts'
import type { PackSource } from '../../../src/vocabulary/pack.ts'
import { createKeyPair, publicKeyOf } from '../../../src/vocabulary/signature.ts'
import type { Clinic } from './serve-answers.ts'

const DAY_MS = 86_400_000

/** Puts the pack on a channel of the clinic's server and starts Chromium with the built extension on it. */
export async function openWithHandrail(clinic: Clinic, source: PackSource): Promise<LoadedBrowser> {
  const found = findBrowser('chromium')
  if (found === undefined) throw new Error('No Chromium found; set CHROME_PATH to one.')
  const compiled = await compilePack(source)
  if (!compiled.ok) throw new Error(compiled.message)
  const { pack, bytes, sha256 } = compiled.value
  const { secretKey } = await createKeyPair()
  const channel = {
    format: CHANNEL_FORMAT,
    channel: 'bench',
    version: 1,
    issuedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
    packs: [{ id: pack.id, version: pack.version, sha256, bytes: bytes.length }],
  } as const
  clinic.answer(
    '/v1/channels/bench',
    JSON.stringify(await sealChannel({ ...channel, packs: [...channel.packs] }, secretKey)),
  )
  clinic.answer(`/v1/packs/${sha256}`, bytes)
  const site = `${clinic.origin}/*`
  const loaded = await launchWithHandrail({
    browser: found,
    distDir: DIST_FOLDER,
    hosts: [site],
    headless: true,
  })
  try {
    await saveSettings(loaded, {
      channelUrl: `${clinic.origin}/v1/channels/bench`,
      collectorUrl: clinic.origin,
      collectorToken: 'bench-of-the-page',
      trustedKeys: [await publicKeyOf(secretKey)],
      sites: [site],
      telemetry: 'on',
    })
    return loaded
  } catch (error) {
    await loaded.stop()
    throw error
  }
}
