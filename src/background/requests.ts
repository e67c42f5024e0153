import type { Handlers } from '../messaging/answer.ts'
import type { Part } from '../messaging/part.ts'
import type { HelpPage } from '../messaging/protocol.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { commonHosts } from '../vocabulary/link-hosts.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Interruptions } from '../walkthroughs/interruptions.ts'
import { duePrompts, type Moment } from '../walkthroughs/prompts.ts'
import { pickLanguage } from '../words/pick-language.ts'
import type { ChannelFollower } from './channel.ts'
import type { Control } from './control.ts'
import { isTelemetryOn } from './delivery.ts'
import type { FirstSeen } from './first-seen.ts'
import type { Holders } from './holders.ts'
import type { MarkStore } from './mark-store.ts'
import { optInOf } from './opt-in.ts'
import type { Pause } from './pause.ts'
import { createPersonalPacks } from './personal-packs.ts'
import type { PreferenceStore } from './preferences.ts'
import { reportingOf } from './reporting-policy.ts'
import type { RunFamily } from './run-family.ts'
import { stepsOf } from './run-steps.ts'
import type { RunStore } from './run-store.ts'
import type { Sensor } from './sensor.ts'
import type { Effective, Settings, SettingsStore } from './settings.ts'
import { createSignalRequests } from './signal-requests.ts'
import { standingOf } from './tab-status.ts'
import type { Typists } from './typists.ts'

interface Options {
  control: Control
  settings: SettingsStore
  channel: ChannelFollower
  sensor: Sensor
  outbox: Outbox
  runs: RunStore
  family: Pick<RunFamily, 'runOf'>
  marks: MarkStore
  interruptions: Interruptions
  preferences: PreferenceStore
  /** Tells every frame that what the person has put away, done or changed is another now. */
  personalChanged: () => Promise<void>
  firstSeen: FirstSeen
  /** Where the person is. */
  moment: () => Moment
  holders: Pick<Holders, 'count' | 'isCramped'>
  typists: Pick<Typists, 'isElsewhere'>
  /** Opens the help panel of a tab's page, or closes it. */
  toggleHelp: (tabId: number) => void
  /** Opens the flag mode of a tab's page, or leaves it. */
  toggleFlags: (tabId: number) => void
  /** Whether a tab is followed in the side panel. */
  isAside: (tabId: number) => boolean
  /** Opens a page of the extension about a tab. */
  openPage: (page: HelpPage, tabId: number) => Promise<void>
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

/** A frame has work only where a pack knows screens of frames. */
const hasFrameScreen = ({ screens }: Pack) => screens.some(({ frame }) => frame)

const withLinks = (pack: Pack, { linkHosts }: Effective): Pack => ({
  ...pack,
  links: commonHosts(pack.links, linkHosts),
})

/** What the worker does for each request. */
export function createHandlers(options: Options): Handlers {
  const { control, settings, channel, sensor, runs, marks, pause, notify } = options
  const { preferences, personalChanged } = options
  const view = ({ effective, managed, own, warnings }: Settings) => ({
    effective,
    managed,
    own,
    warnings,
  })

  const asideOf = (tabId: number) => (options.isAside(tabId) ? { isAside: true as const } : {})

  const personalOf = createPersonalPacks(options)

  const packsFor = async (url: string, now: Effective, run: Run | undefined) =>
    personalOf(await control.packsAt(url, now), now, run)

  return {
    async 'page-setup'(_payload, { url, tabId, frameId }) {
      const now = await control.effective()
      const published = await control.packsAt(url, now)
      const isHere = (one: Run) => stepsOf(one, published) !== undefined
      const run = published.length > 0 ? await options.family.runOf(tabId, isHere) : undefined
      const all = await packsFor(url, now, run)
      const packs = frameId === 0 ? all : all.filter(hasFrameScreen)
      if (packs.length === 0 || (await pause.until()) !== undefined) return undefined
      const locale = now.locale ?? options.language
      const setup = {
        packs: packs.map((pack) => ({
          ...withLinks(pack, now),
          // Their data is asked for when one is shown.
          pictures: pack.pictures.map((picture) => ({ ...picture, image: '' })),
        })),
        locale,
        language: pickLanguage(locale),
        telemetry: isTelemetryOn(now),
        optIn: optInOf(now, packs),
        reporting: reportingOf(now),
        marks: await marks.read(packs),
        preferences: await preferences.read(),
        quietHours: now.quietHours,
        ...asideOf(tabId),
      }
      // Its step may be gone from a newer version: the machine that runs it sees to that.
      return run !== undefined && stepsOf(run, packs) ? { ...setup, run } : setup
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

    async 'tab-run'(_payload, { tabId, frameId, url }) {
      const packs = await control.packsAt(url, await control.effective())
      const run = await options.family.runOf(tabId, (one) => stepsOf(one, packs) !== undefined)
      const here = run === undefined ? {} : { run }
      const cramped = options.holders.isCramped(tabId) ? { isCramped: true as const } : {}
      const isTyping = options.typists.isElsewhere(tabId, frameId)
      const typing = isTyping ? { isTypingElsewhere: true as const } : {}
      const holders = options.holders.count(tabId)
      return { ...here, ...cramped, ...typing, ...asideOf(tabId), holders }
    },

    async 'keep-mark'(mark, { url }) {
      const isKept = await marks.keep(mark, await control.packsAt(url, await control.effective()))
      if (isKept) await personalChanged()
      return isKept
    },

    async picture({ pack, id }, { url }) {
      const packs = await control.packsAt(url, await control.effective())
      return packs.find((one) => one.id === pack)?.pictures.find((one) => one.id === id)?.image
    },

    async 'keep-preferences'(chosen) {
      await preferences.keep(chosen)
      await personalChanged()
      return true
    },

    async personal(_payload, { url }) {
      const packs = await control.packsAt(url, await control.effective())
      return { marks: await marks.read(packs), preferences: await preferences.read() }
    },

    async 'reset-personal'() {
      await Promise.all([marks.reset(), preferences.reset()])
      await personalChanged()
      return true
    },

    async interrupt({ pack, list, id }, { url }) {
      const now = await control.effective()
      const packs = await packsFor(url, now, undefined)
      const held = await marks.read(packs)
      const moment = options.moment()
      const found = duePrompts(packs, (key) => held[key] ?? 0, moment, now.quietHours).find(
        (one) => one.pack === pack && one.list === list && one.id === id,
      )
      if (found === undefined || !(await options.interruptions.take(found))) return false
      return marks.countShown(found, moment.day).then(
        () => true,
        // It would come up again and again; what is about safety does nevertheless.
        () => found.isSafety,
      )
    },

    async 'open-page'(page, { tabId }) {
      await options.openPage(page, tabId)
      return true
    },

    async 'read-packs'() {
      const now = await control.effective()
      const packs = now.enabled ? await personalOf(await channel.packs(now), now, undefined) : []
      const locale = now.locale ?? options.language
      const all = packs.map((pack) => withLinks(pack, now))
      return { packs: all, locale, language: pickLanguage(locale) }
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

    async 'toggle-help'({ tabId }) {
      options.toggleHelp(tabId)
      return true
    },

    async 'toggle-flags'({ tabId }) {
      const now = await control.effective()
      if (!isTelemetryOn(now) || !reportingOf(now).flags) return false
      options.toggleFlags(tabId)
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

    'sync-now': () => control.sync(),

    ...createSignalRequests(options),
  }
}
