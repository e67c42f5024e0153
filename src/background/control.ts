import type { ChannelStatus, DeliveryStatus } from '../messaging/protocol.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { type Alarms, ensureAlarm, FLUSH_ALARM, POLL_ALARM, pollMinutes } from './alarms.ts'
import type { ChannelFollower } from './channel.ts'
import type { DeliveryControl } from './delivery.ts'
import type { Sensor } from './sensor.ts'
import type { Effective, SettingsStore } from './settings.ts'
import { allowedPatterns, packsAt } from './sites.ts'

interface Options {
  settings: SettingsStore
  channel: ChannelFollower
  sensor: Sensor
  delivery: DeliveryControl
  outbox: Outbox
  alarms: Alarms
  random: () => number
  /** ms since 1970. */
  now: () => number
  /** Whether the person has paused Handrail: nothing is sent meanwhile. */
  isPaused: () => Promise<boolean>
  /** Tells every frame to ask for its setup again. */
  notify: () => Promise<void>
  showTrouble: (isTrouble: boolean) => Promise<void>
}

export interface SyncStatus {
  delivery: DeliveryStatus
  channel: ChannelStatus
}

/** What the worker does when something changes: settings, packs, permissions, time. */
export function createControl(options: Options) {
  const { settings, channel, sensor, delivery, outbox, alarms, random, notify } = options
  let polls: Promise<void> = Promise.resolve()

  async function effective(): Promise<Effective> {
    return (await settings.read()).effective
  }

  async function applySites(now: Effective): Promise<boolean> {
    const packs = now.enabled ? await channel.packs(now) : []
    return sensor.apply(packs.flatMap((pack) => allowedPatterns(pack, now.sites)))
  }

  async function applyAlarms({ flushMinutes }: Effective): Promise<void> {
    await ensureAlarm(alarms, FLUSH_ALARM, flushMinutes, random, options.now())
    await ensureAlarm(alarms, POLL_ALARM, pollMinutes(flushMinutes), random, options.now())
  }

  async function status(now: Effective): Promise<SyncStatus> {
    const both = { delivery: await delivery.status(now), channel: await channel.status(now) }
    const isTrouble = both.delivery.state === 'refused' || both.channel.state === 'refused'
    await options.showTrouble(now.enabled && isTrouble)
    return both
  }

  async function pollNow(): Promise<void> {
    const now = await effective()
    if (!now.enabled || !(await channel.poll(now))) return
    // Not by the settings of before: what takes the sensor away may have come during the fetch.
    await applySites(await effective())
    await notify()
  }

  /** One poll after the other, each by the settings of its own moment: a slow one must not undo a newer. */
  function poll(): Promise<void> {
    const next = polls.then(pollNow)
    polls = next.catch(() => undefined)
    return next
  }

  /** Consent is withdrawn, or was never given: nothing more is sent, and nothing waits to be. */
  async function purgeWithoutConsent({ telemetry }: Effective): Promise<void> {
    if (telemetry === 'on') return
    delivery.callOff()
    await outbox.purge()
  }

  /** Settings have changed, or the browser has started. Pages come first: a kill switch can't wait for a server. */
  async function settingsChanged(): Promise<void> {
    const now = await effective()
    await Promise.all([notify(), applySites(now), purgeWithoutConsent(now)])
    await delivery.reset()
    await applyAlarms(now)
    await poll()
    await status(await effective())
  }

  /** Host access was granted or taken back. */
  async function accessChanged(): Promise<void> {
    await applySites(await effective())
    await notify()
  }

  async function flush(): Promise<void> {
    const now = await effective()
    if (!(await options.isPaused())) await delivery.flush(now)
    await status(now)
  }

  return {
    effective,
    status,

    /** Signals are on disk: where consent was withdrawn meanwhile, they go with the rest. */
    async signalsKept(): Promise<void> {
      await purgeWithoutConsent(await effective())
    },

    /** The worker is awake: whatever woke it, alarms and scripts must be there. */
    async wake(): Promise<void> {
      const now = await effective()
      await applyAlarms(now)
      await applySites(now)
      // A worker may have been killed before it had purged.
      await purgeWithoutConsent(now)
    },

    settingsChanged,

    /** The person has changed settings: what has waited for them is sent at once. */
    async ownSettingsChanged(): Promise<void> {
      await settingsChanged()
      await flush()
    },

    accessChanged,

    /** Host access was granted: the channel and the collector may be within reach only now. */
    async accessGranted(): Promise<void> {
      await accessChanged()
      await delivery.reset()
      await poll()
      await flush()
    },

    async pollChannel(): Promise<void> {
      await poll()
      await status(await effective())
    },

    flush,

    /** Fetches and sends at once, whatever the waits. */
    async sync(): Promise<SyncStatus> {
      await poll()
      const now = await effective()
      if (!(await options.isPaused())) await delivery.flush(now, true)
      return status(now)
    },

    /** The packs that apply at an address, where the browser grants access to it. */
    async packsAt(url: string, now: Effective): Promise<Pack[]> {
      if (!now.enabled) return []
      const packs = packsAt(url, await channel.packs(now), now.sites)
      const isAllowed = packs.length > 0 && (await sensor.isGranted(originPattern(url)))
      return isAllowed ? packs : []
    },
  }
}

/** The pattern of an address's origin: `https://ehr.example.org/*`. */
function originPattern(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}/*`
}

export type Control = ReturnType<typeof createControl>
