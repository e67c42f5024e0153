import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createDurableStore } from '../outbox/durable-store.ts'
import { createMemoryStore } from '../outbox/memory-store.ts'
import { createOutbox } from '../outbox/outbox.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { createInterruptions } from '../walkthroughs/interruptions.ts'
import { createChannel } from './channel.ts'
import { createChannelFetch } from './channel-fetch.ts'
import { createChannelStore } from './channel-store.ts'
import { createControl } from './control.ts'
import { createDelivery } from './delivery.ts'
import { createFirstSeen } from './first-seen.ts'
import { createInterruptionDay } from './interruption-day.ts'
import { createMarkStore } from './mark-store.ts'
import { createPause } from './pause.ts'
import { createPreferences } from './preferences.ts'
import { createHandlers } from './requests.ts'
import { createRunFamily, type FamilyTab } from './run-family.ts'
import { createRunStore } from './run-store.ts'
import { createSensor } from './sensor.ts'
import { createSettings } from './settings.ts'
import { CHANNEL_URL, createChannelServer } from './testing/channel-server.ts'
import { createFakeArea } from './testing/fake-area.ts'
import { samplePack } from './testing/sample-pack.ts'

const now = () => Date.UTC(2026, 10, 24, 14)
const EHR = 'https://ehr.example.org/*'
const caller = { tabId: 7, frameId: 0, url: 'https://ehr.example.org/vitals' }
/** The frame beside the one that somebody types in. */
const TYPED_ELSEWHERE = 9
const elsewhere = { ...caller, url: 'https://news.example.com/' }
const alarms = { get: async () => undefined, create: () => undefined, clear: async () => true }

/** The whole worker but the browser, with the sample pack in force where the settings allow it. */
async function startWorker(change: Record<string, unknown> = {}, pack = samplePack(3)) {
  const server = await createChannelServer(now)
  await server.publish(pack, 1)
  const own = {
    telemetry: 'on',
    sites: [EHR],
    channelUrl: CHANNEL_URL,
    trustedKeys: [server.publicKey],
    ...change,
  }
  const local = createFakeArea({ settings: own })
  const settings = createSettings({ local, readManaged: async () => ({}) })
  const memory = createMemoryStore()
  const store = createDurableStore({
    open: async () => memory,
    remove: async () => undefined,
    fallback: createMemoryStore,
    report: () => undefined,
  })
  const outbox = createOutbox({ store, now, uuid: () => crypto.randomUUID() })
  const channel = createChannel({
    store: createChannelStore(local),
    fetchChannel: createChannelFetch({ fetch: server.fetch, now }),
    now,
    report: () => undefined,
  })
  const delivery = createDelivery({
    outbox,
    post: async () => ({ kind: 'taken', rejected: 0 }),
    postNote: async () => ({ kind: 'taken', rejected: 0 }),
    withLock: (act) => act(),
    now,
    random: () => 0,
  })
  const sensor = createSensor({
    browser: {
      scripting: {
        getRegisteredContentScripts: async () => [],
        registerContentScripts: async () => undefined,
        unregisterContentScripts: async () => undefined,
        executeScript: async () => undefined,
      },
      permissions: { contains: async () => true },
      tabs: { query: async () => [] },
    },
    file: 'sensor.js',
  })
  let notices = 0
  const notify = async () => {
    notices += 1
  }
  const pause = createPause(local, alarms, now)
  const control = createControl({
    settings,
    channel,
    sensor,
    delivery,
    outbox,
    alarms,
    random: () => 0,
    now,
    isPaused: async () => (await pause.until()) !== undefined,
    notify,
    showTrouble: async () => undefined,
  })
  const told: number[] = []
  const session = createFakeArea()
  const runs = createRunStore(session, local)
  const tabs: FamilyTab[] = [{ id: 7, active: true }]
  const personal: string[] = []
  const handlers = createHandlers({
    control,
    settings,
    channel,
    sensor,
    outbox,
    runs,
    family: createRunFamily({
      runs,
      session,
      tabs: async () => tabs,
      runChanged: (tabId) => told.push(tabId),
    }),
    marks: createMarkStore(local),
    preferences: createPreferences(local),
    personalChanged: async () => void personal.push('told'),
    firstSeen: createFirstSeen({ local, today: () => '2026-11-24' }),
    moment: () => ({ day: '2026-11-24', minute: 14 * 60 }),
    interruptions: createInterruptions({
      today: () => '2026-11-24',
      storage: createInterruptionDay(local),
    }),
    holders: { count: () => 0, isCramped: () => false },
    runChanged: (tabId) => told.push(tabId),
    toggleHelp: () => undefined,
    typists: { isElsewhere: (_tabId, frameId) => frameId === TYPED_ELSEWHERE },
    toggleFlags: () => undefined,
    isAside: (tabId) => tabId === 8,
    openPage: async () => undefined,
    pause,
    notify,
    urlOfTab: async () => caller.url,
    inject: async () => undefined,
    language: 'en-GB',
  })
  await control.settingsChanged()
  return { handlers, control, settings, outbox, local, told, personal, notices: () => notices }
}

const visit = () => ({ uid: crypto.randomUUID(), kind: 'visit', screen: 'vitals' })
const run = { pack: 'clinic', walkthrough: 'record-vitals', step: 'press-save', past: [] }

describe('what is for somebody else', () => {
  const sample = samplePack(3)
  const [walkthrough] = sample.walkthroughs
  const days = { from: '2026-11-01', until: '2026-11-30', title: 'x', text: 'x' }
  const targeted = v.parse(packSchema, {
    ...sample,
    walkthroughs: [
      { ...walkthrough, audience: { roles: ['nurse'] } },
      { ...walkthrough, id: 'new', audience: { newcomer: 1 } },
      { ...walkthrough, id: 'build', audience: { builds: ['3.2'] } },
    ],
    announcements: [
      { id: 'nurses', ...days, audience: { roles: ['nurse'] } },
      { id: 'all', ...days, times: 1 },
      { id: 'recall', ...days, safety: true },
    ],
  })
  const idsFor = async (change: Record<string, unknown>) => {
    const { handlers } = await startWorker(change, targeted)
    const setup = await handlers['page-setup'](undefined, caller)
    return setup?.packs[0]?.walkthroughs.map(({ id }) => id)
  }

  it('never reaches a page, and neither do the facts that decide it', async () => {
    expect(await idsFor({})).toEqual(['new'])
    expect(await idsFor({ roles: ['nurse'] })).toEqual(['record-vitals', 'new'])
    expect(await idsFor({ appBuilds: ['ehr@3.2.1', 'lab@3'] })).toEqual(['new', 'build'])
    const { handlers } = await startWorker({ roles: ['nurse'], department: 'icu' }, targeted)
    const setup = await handlers['page-setup'](undefined, caller)
    expect(Object.keys(setup ?? {}).sort()).toEqual([
      ...[
        'language',
        'locale',
        'marks',
        'optIn',
        'packs',
        'preferences',
        'quietHours',
        'reporting',
      ],
      'telemetry',
    ])
  })
  it('does not come up, though its page should ask', async () => {
    const { handlers } = await startWorker({}, targeted)
    const ask = (id: string) =>
      handlers.interrupt({ pack: 'clinic', list: 'announcements', id }, caller)
    expect([await ask('nurses'), await ask('all'), await ask('all')]).toEqual([false, true, false])
    const setup = await handlers['page-setup'](undefined, caller)
    expect(setup?.marks).toMatchObject({ 'clinic/announcements/all/@times': 1 })
  })
  it('what is about safety comes up where nothing can be kept, as on a full disk', async () => {
    const { handlers, local } = await startWorker({}, targeted)
    local.set = () => Promise.reject(new Error('QuotaExceeded'))
    const ask = (id: string) =>
      handlers.interrupt({ pack: 'clinic', list: 'announcements', id }, caller)
    expect([await ask('all'), await ask('recall')]).toEqual([false, true])
  })
  it('nothing comes up in quiet hours', async () => {
    const { handlers } = await startWorker({ quietHours: ['13:00-15:00'] }, targeted)
    const asked = { pack: 'clinic', list: 'announcements', id: 'all' } as const
    expect(await handlers.interrupt(asked, caller)).toBe(false)
  })
})

describe('what goes along with a report', () => {
  const note = (comment: string) => ({
    uid: crypto.randomUUID(),
    screen: 'vitals',
    outcome: 'slow',
    comment,
  })

  it('is kept where the policy allows it, and told in words while it waits', async () => {
    const { handlers, outbox } = await startWorker({ telemetry: 'on', comments: 'checked' })
    expect(await handlers.note(note('It is slow.'), caller)).toBe(true)
    const { lines } = await handlers.queued(undefined, caller)
    expect(lines).toEqual([expect.stringContaining('“It is slow.”')])
    expect(await handlers['delete-waiting'](undefined, caller)).toBe(1)
    expect(await outbox.notes.take()).toBeUndefined()
  })

  it.each([
    ['the policy', { telemetry: 'on' }, 'It is slow.'],
    ['consent', { telemetry: 'off', comments: 'checked' }, 'It is slow.'],
    ['the check', { telemetry: 'on', comments: 'checked' }, 'It is slow for Jane Doe.'],
  ] as const)('is not kept against %s', async (_what, own, comment) => {
    const { handlers, outbox } = await startWorker(own)
    expect(await handlers.note(note(comment), caller)).toBe(false)
    expect(await outbox.waiting()).toBe(0)
  })

  it('waits, with everything else, while Handrail is paused', async () => {
    const { handlers, outbox } = await startWorker({
      telemetry: 'on',
      comments: 'checked',
      collectorUrl: 'https://c.example.org',
    })
    await handlers.note(note('It is slow.'), caller)
    await handlers.pause({ minutes: 5 }, caller)
    await handlers['sync-now'](undefined, caller)
    expect(await outbox.waiting()).toBe(1)
    await handlers.pause({ minutes: 0 }, caller)
    await handlers['sync-now'](undefined, caller)
    expect(await outbox.waiting()).toBe(0)
  })

  it('flag mode opens where the policy allows it', async () => {
    const off = await startWorker({ telemetry: 'on' })
    expect(await off.handlers['toggle-flags']({ tabId: 7 }, caller)).toBe(false)
    const on = await startWorker({ telemetry: 'on', flagMode: 'on' })
    expect(await on.handlers['toggle-flags']({ tabId: 7 }, caller)).toBe(true)
  })
})

describe('a question', () => {
  const days = { from: '2026-11-01', until: '2026-11-30' }
  const surveys = [{ id: 'ease', question: 'Easy?', answers: ['Yes', 'No'], ...days }]
  const announcements = [{ id: 'news', title: 'x', text: 'x', ...days }]
  const asking = v.parse(packSchema, { ...samplePack(3), surveys, announcements })
  const question = { pack: 'clinic', list: 'surveys', id: 'ease' } as const

  it('is one of the day’s interruptions', async () => {
    const { handlers } = await startWorker({}, asking)
    expect(await handlers.interrupt(question, caller)).toBe(true)
    const news = { pack: 'clinic', list: 'announcements', id: 'news' } as const
    expect(await handlers.interrupt(news, caller)).toBe(false)
    const other = await startWorker({}, asking)
    expect(await other.handlers.interrupt(news, caller)).toBe(true)
    expect(await other.handlers.interrupt(question, caller)).toBe(false)
  })
  it('is asked of nobody without consent, in quiet hours, or once it was answered', async () => {
    const off = await startWorker({ telemetry: 'off' }, asking)
    expect(await off.handlers.interrupt(question, caller)).toBe(false)
    const setup = await off.handlers['page-setup'](undefined, caller)
    expect(setup?.packs.map((pack) => pack.surveys)).toEqual([[]])
    const quiet = await startWorker({ quietHours: ['13:00-15:00'] }, asking)
    expect(await quiet.handlers.interrupt(question, caller)).toBe(false)
    const { handlers } = await startWorker({}, asking)
    await handlers['keep-mark']({ ...question, value: 1 }, caller)
    expect(await handlers.interrupt(question, caller)).toBe(false)
  })
})

describe('a page’s setup', () => {
  it('holds the packs of its site', async () => {
    const { handlers } = await startWorker()
    const setup = await handlers['page-setup'](undefined, caller)
    expect(setup?.packs.map(({ id, version }) => [id, version])).toEqual([['clinic', 3]])
    expect(setup).toMatchObject({ locale: 'en-GB', telemetry: true })
  })

  it('is nothing on other sites, when switched off, and in a pause', async () => {
    const { handlers } = await startWorker()
    expect(await handlers['page-setup'](undefined, elsewhere)).toBeUndefined()
    await handlers.pause({ minutes: 5 }, caller)
    expect(await handlers['page-setup'](undefined, caller)).toBeUndefined()
    const off = await startWorker({ enabled: false })
    expect(await off.handlers['page-setup'](undefined, caller)).toBeUndefined()
  })

  it('brings back the walkthrough of its own tab, where the pack still has it', async () => {
    const { handlers } = await startWorker()
    expect(await handlers['keep-run'](run, caller)).toBe(true)
    expect((await handlers['page-setup'](undefined, caller))?.run).toEqual(run)
    expect((await handlers['page-setup'](undefined, { ...caller, tabId: 8 }))?.run).toBeUndefined()
    await handlers['keep-run'](undefined, caller)
    expect((await handlers['page-setup'](undefined, caller))?.run).toBeUndefined()
  })

  it('is nothing for a frame within a page, unless a pack knows screens of frames', async () => {
    const { handlers } = await startWorker()
    expect(await handlers['page-setup'](undefined, { ...caller, frameId: 3 })).toBeUndefined()
  })

  it('tells the frames of the tab of a change, and what they ask for then', async () => {
    const { handlers, told } = await startWorker()
    expect(await handlers['tab-run'](undefined, caller)).toEqual({ holders: 0 })
    await handlers['keep-run'](run, caller)
    expect(await handlers['tab-run'](undefined, caller)).toEqual({ run, holders: 0 })
    expect(await handlers['tab-run'](undefined, { ...caller, frameId: TYPED_ELSEWHERE })).toEqual({
      run,
      holders: 0,
      isTypingElsewhere: true,
    })
    await handlers['keep-run']({ ...run, step: 'jane-doe' }, caller)
    await handlers['keep-run'](undefined, caller)
    expect(told).toEqual([caller.tabId, caller.tabId])
  })

  it('keeps no walkthrough or step that no pack holds', async () => {
    const { handlers } = await startWorker()
    expect(await handlers['keep-run']({ ...run, walkthrough: 'jane-doe' }, caller)).toBe(false)
    expect(await handlers['keep-run']({ ...run, step: 'jane-doe' }, caller)).toBe(false)
    expect(await handlers['keep-run']({ ...run, past: ['jane-doe'] }, caller)).toBe(true)
    expect((await handlers['page-setup'](undefined, caller))?.run).toEqual(run)
  })
})

describe('signals', () => {
  it('are counted and answered', async () => {
    const { handlers, outbox } = await startWorker()
    const signal = visit()
    expect(await handlers.signals([signal], caller)).toEqual([signal.uid])
    expect(await outbox.waiting()).toBe(1)
  })

  it('that are refused are answered and not kept, or the page would send them for ever', async () => {
    const { handlers, outbox } = await startWorker()
    const bad = { ...visit(), screen: 'jane-doe' }
    expect(await handlers.signals([bad], caller)).toEqual([bad.uid])
    expect(await outbox.waiting()).toBe(0)
  })

  it('are dropped without consent', async () => {
    const { handlers, outbox } = await startWorker({ telemetry: 'off' })
    const signal = visit()
    expect(await handlers.signals([signal], caller)).toEqual([signal.uid])
    expect(await outbox.waiting()).toBe(0)
  })

  it('are gone at once when consent is withdrawn', async () => {
    const { handlers, settings, control, outbox, notices } = await startWorker()
    await handlers.signals([visit()], caller)
    const before = notices()
    await settings.save({ ...(await settings.read()).own, telemetry: 'off' })
    await control.settingsChanged()
    expect([await outbox.waiting(), notices() > before]).toEqual([0, true])
  })

  it('that come to disk just after it was withdrawn go too', async () => {
    const { handlers, settings, control, outbox } = await startWorker()
    const accept = outbox.accept
    outbox.accept = async (...signals) => {
      await settings.save({ ...(await settings.read()).own, telemetry: 'off' })
      await control.settingsChanged()
      await accept(...signals)
    }
    await handlers.signals([visit()], caller)
    expect(await outbox.waiting()).toBe(0)
  })

  it('that a killed worker had not yet purged are purged by the next', async () => {
    const { handlers, settings, control, outbox } = await startWorker()
    await handlers.signals([visit()], caller)
    await settings.save({ ...(await settings.read()).own, telemetry: 'off' })
    await control.wake()
    expect(await outbox.waiting()).toBe(0)
  })

  it('that a page had to drop are counted as lost', async () => {
    const { handlers, outbox } = await startWorker()
    await handlers['signals-lost']({ uid: crypto.randomUUID(), count: 3 }, caller)
    await outbox.seal({})
    expect(await outbox.take()).toMatchObject([{ kind: 'lost', outcome: 'held', count: 2 }])
  })
})

describe('what waits', () => {
  it('is sent at once when the person names a collector', async () => {
    const { handlers, settings, control, outbox } = await startWorker()
    await handlers.signals([visit()], caller)
    expect(await outbox.waiting()).toBe(1)
    const { own } = await settings.read()
    await settings.save({ ...own, collectorUrl: 'https://c.example.org' })
    await control.ownSettingsChanged()
    expect(await outbox.waiting()).toBe(0)
  })

  it('is sent once the browser lets the collector be reached', async () => {
    const { handlers, control, outbox } = await startWorker({
      collectorUrl: 'https://c.example.org',
    })
    await handlers.signals([visit()], caller)
    await control.accessGranted()
    expect(await outbox.waiting()).toBe(0)
  })
})

describe('the log', () => {
  it('says what was sent in words', async () => {
    const { handlers } = await startWorker({ collectorUrl: 'https://c.example.org' })
    await handlers.signals([visit()], caller)
    expect((await handlers['sync-now'](undefined, caller)).delivery.state).toBe('idle')
    const [batch] = await handlers['sent-log'](undefined, caller)
    expect(batch?.lines[0]).toMatch(/: screen visit in Vitals form, once$/)
    expect(batch?.tallies[0]).toMatchObject({ app: 'ehr', packVersion: 3, screen: 'vitals' })
  })
})
