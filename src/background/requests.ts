import type { Handlers } from '../messaging/answer.ts'
import type { Part } from '../messaging/part.ts'
import type { AcceptedSignal } from '../outbox/accept.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { describeTally } from '../privacy/describe.ts'
import { createGate } from '../privacy/gate.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Interruptions } from '../walkthroughs/interruptions.ts'
import { pickLanguage } from '../words/pick-language.ts'
import type { ChannelFollower } from './channel.ts'
import type { Control } from './control.ts'
import { isTelemetryOn, sourceOf } from './delivery.ts'
import type { Holders } from './holders.ts'
import type { MarkStore } from './mark-store.ts'
import type { Pause } from './pause.ts'
import type { RunStore } from './run-store.ts'
import type { Sensor } from './sensor.ts'
import type { Settings, SettingsStore } from './settings.ts'
import { standingOf } from './tab-status.ts'

interface Options {
  control: Control
  settings: SettingsStore
  channel: ChannelFollower
  sensor: Sensor
  outbox: Outbox
  runs: RunStore
  marks: MarkStore
  interruptions: Interruptions
  holders: Pick<Holders, 'count' | 'isCramped'>
  /** Tells the frames of a tab that its walkthrough has changed. */
  runChanged: (tabId: number) => void
  pause: Pause
  notify: () => Promise<void>
  /** The address of a tab, where the browser tells. */
  urlOfTab: (tabId: number) => Promise<string | undefined>
  /** Puts a part's script into a frame. */
  inject: (part: Part, tabId: number, frameId: number) => Promise<void>
  /** The browser's own language, where no setting says another. */
  language: string
}

const uidOf = (raw: unknown) =>
  typeof raw === 'object' && raw !== null && 'uid' in raw && typeof raw.uid === 'string'
    ? [raw.uid]
    : []

/** The steps of a run's walkthrough, where that is in force here. */
function stepsOf({ pack, walkthrough }: Run, packs: readonly Pack[]): string[] | undefined {
  return packs
    .find(({ id }) => id === pack)
    ?.walkthroughs.find(({ id }) => id === walkthrough)
    ?.steps.map(({ id }) => id)
}

/** A frame has work only where a pack knows screens of frames. */
const hasFrameScreen = ({ screens }: Pack) => screens.some(({ frame }) => frame)

/** What the worker does for each request. */
export function createHandlers(options: Options): Handlers {
  const { control, settings, channel, sensor, outbox, runs, marks, pause, notify } = options
  const view = ({ effective, managed, own, warnings }: Settings) => ({
    effective,
    managed,
    own,
    warnings,
  })

  return {
    async 'page-setup'(_payload, { url, tabId, frameId }) {
      const now = await control.effective()
      const all = await control.packsAt(url, now)
      const packs = frameId === 0 ? all : all.filter(hasFrameScreen)
      if (packs.length === 0 || (await pause.until()) !== undefined) return undefined
      const run = await runs.read(tabId)
      const locale = now.locale ?? options.language
      const setup = {
        packs,
        locale,
        language: pickLanguage(locale),
        telemetry: isTelemetryOn(now),
        marks: await marks.read(packs),
      }
      // Its step may be gone from a newer version: the machine that runs it sees to that.
      return run !== undefined && stepsOf(run, packs) ? { ...setup, run } : setup
    },

    async signals(raw, { url }) {
      // What is refused is answered too, or the page would send it for ever.
      const done = raw.flatMap(uidOf)
      const now = await control.effective()
      if (!isTelemetryOn(now)) return done
      const gate = createGate(await control.packsAt(url, now))
      const accepted = raw.flatMap((signal): AcceptedSignal[] => {
        const subject = gate(signal)
        return subject === undefined ? [] : uidOf(signal).map((uid) => ({ uid, subject }))
      })
      if (accepted.length > 0) {
        await outbox.accept(accepted, sourceOf(now))
        await control.signalsKept()
      }
      return done
    },

    async 'signals-lost'(loss) {
      if (isTelemetryOn(await control.effective())) {
        await outbox.acceptLoss(loss)
        await control.signalsKept()
      }
      return true
    },

    async 'load-part'(part, { tabId, frameId }) {
      await options.inject(part, tabId, frameId)
      return true
    },

    async 'keep-run'(run, { tabId, url }) {
      const isOver = run === undefined || run === null
      const isKept = await runs.keep(tabId, async () => {
        if (isOver) return undefined
        const steps = stepsOf(run, await control.packsAt(url, await control.effective()))
        if (!steps?.includes(run.step)) return undefined
        // Steps of an older version may be gone; what no pack holds is not kept.
        return { ...run, past: run.past.filter((id) => steps.includes(id)) }
      })
      if (isKept || isOver) options.runChanged(tabId)
      return isKept || isOver
    },

    async 'tab-run'(_payload, { tabId, url }) {
      const packs = await control.packsAt(url, await control.effective())
      const run = await runs.read(tabId)
      const here = run !== undefined && stepsOf(run, packs) ? { run } : {}
      const cramped = options.holders.isCramped(tabId) ? { isCramped: true as const } : {}
      return { ...here, ...cramped, holders: options.holders.count(tabId) }
    },

    async 'keep-mark'(mark, { url }) {
      return marks.keep(mark, await control.packsAt(url, await control.effective()))
    },

    async interrupt({ pack, id }, { url }) {
      const packs = await control.packsAt(url, await control.effective())
      const found = packs.find((one) => one.id === pack)?.announcements.find((one) => one.id === id)
      return found ? options.interruptions.take({ isSafety: found.safety }) : false
    },

    async 'tab-status'({ tabId }) {
      const now = await control.effective()
      const standing = await standingOf({
        url: await options.urlOfTab(tabId),
        settings: now,
        packs: await channel.packs(now),
        pausedUntil: await pause.until(),
        isGranted: sensor.isGranted,
      })
      const both = await control.status(now)
      return {
        ...standing,
        ...both,
        telemetry: isTelemetryOn(now),
        waiting: both.delivery.waiting,
      }
    },

    async pause({ minutes }) {
      await pause.set(minutes)
      await notify()
      return true
    },

    async 'access-changed'() {
      await control.accessChanged()
      return true
    },

    async settings() {
      return view(await settings.read())
    },

    async 'save-settings'(own) {
      return view(await settings.save(own))
    },

    async 'sent-log'() {
      const now = await control.effective()
      const packs = await channel.packs(now)
      const words = { packs, locale: now.locale ?? options.language }
      return (await outbox.log()).map(({ sentAt, tallies }) => ({
        sentAt,
        tallies,
        lines: tallies.map((tally) => describeTally(tally, words)),
      }))
    },

    'delete-waiting': () => outbox.purge(),

    'sync-now': () => control.sync(),
  }
}
