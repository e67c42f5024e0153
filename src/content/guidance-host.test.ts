import { afterEach, expect, test, vi } from 'vitest'
import type { Part } from '../messaging/part.ts'
import type { TabRun } from '../messaging/protocol.ts'
import { PREFERENCE_DEFAULTS } from '../vocabulary/preferences.ts'
import type { Run } from '../vocabulary/run.ts'
import { pickLanguage } from '../words/pick-language.ts'
import type { Ground, Guidance } from './ground.ts'
import { createGuidanceHost } from './guidance-host.ts'
import { handOver } from './late-part.ts'
import type { Sight } from './lookout.ts'
import type { SidePort } from './side.ts'

// Parts stay in their frame as long as that lives: each test is another frame.
afterEach(() => {
  for (const key of ['handrail.parts', 'handrail.awaited-parts'])
    delete (globalThis as Record<symbol, unknown>)[Symbol.for(key)]
})

const unknown: Sight = { here: undefined, of: () => undefined, roots: [], modals: () => [] }
const known = { ...unknown, here: {} } as Sight
const run: Run = { pack: 'sample', walkthrough: 'task', step: 'open', past: [] }

function setup(resumed?: Run, isLoaded = true) {
  const ending = new AbortController()
  const guidance = {
    look: vi.fn<(sight: Sight) => void>(),
    take: vi.fn<(tab: TabRun) => void>(),
    toggleHelp: vi.fn<() => void>(),
    toggleFlags: vi.fn<() => void>(),
    side: vi.fn<(port: SidePort) => void>(),
  }
  const lookNow = vi.fn<() => void>()
  const fail = vi.fn<(error: unknown) => void>()
  const ground = {
    setup: {
      packs: [],
      locale: 'en',
      language: pickLanguage('en'),
      telemetry: true,
      optIn: [],
      reporting: { comments: false, wireframes: false, flags: false },
      marks: {},
      quietHours: [],
      preferences: PREFERENCE_DEFAULTS,
      ...(resumed && { run: resumed }),
    },
    guard: (act) => act,
    lookNow,
    fail,
    signal: ending.signal,
  } as Partial<Ground> as Ground
  const load = vi.fn<(part: Part) => Promise<boolean>>(async () => isLoaded)
  const host = createGuidanceHost({ ...ground, load })
  const arrive = () => handOver('guidance', () => guidance as Partial<Guidance> as Guidance)
  return { host, load, arrive, guidance, lookNow, fail, ending }
}

test('an unknown screen loads nothing; a known one loads the guidance once', () => {
  const { host, load } = setup()
  host.look(unknown)
  expect(load).not.toHaveBeenCalled()
  host.look(known)
  host.look(known)
  expect(load).toHaveBeenCalledTimes(1)
})

test('a walkthrough under way in the tab loads it on an unknown screen too', () => {
  const resumed = setup(run)
  resumed.host.look(unknown)
  expect(resumed.load).toHaveBeenCalledTimes(1)
  const begun = setup()
  begun.host.take({ run, holders: 0 })
  expect(begun.load).toHaveBeenCalledTimes(1)
})

test('a walkthrough that has ended meanwhile in another frame loads nothing', () => {
  const { host, load } = setup(run)
  host.take({ holders: 0 })
  host.look(unknown)
  expect(load).not.toHaveBeenCalled()
})

test('once there, it is told what the tab is at, and looks for itself', () => {
  const { host, arrive, guidance, lookNow } = setup()
  host.look(known)
  host.take({ run, holders: 1 })
  arrive()
  expect(guidance.take.mock.calls).toEqual([[{ run, holders: 1 }]])
  expect(lookNow).toHaveBeenCalledTimes(1)
  host.look(known)
  expect(guidance.look.mock.calls).toEqual([[known]])
})

test('the keys that open the help load it on an unknown screen too', () => {
  const { host, load, arrive, guidance } = setup()
  host.toggleHelp()
  expect(load).toHaveBeenCalledTimes(1)
  arrive()
  expect(guidance.toggleHelp).toHaveBeenCalledTimes(1)
  host.toggleHelp()
  expect(guidance.toggleHelp).toHaveBeenCalledTimes(2)
})

test('a side panel loads it, and is handed to it', () => {
  const { host, load, arrive, guidance } = setup()
  const port = {} as SidePort
  host.side(port)
  expect(load).toHaveBeenCalledTimes(1)
  arrive()
  expect(guidance.side.mock.calls).toEqual([[port]])
})

test('it stays in the frame: a restart on the same page asks nobody', () => {
  const first = setup()
  first.host.look(known)
  first.arrive()
  first.ending.abort()
  const second = setup()
  second.host.look(known)
  expect(second.load).not.toHaveBeenCalled()
  expect(second.lookNow).toHaveBeenCalledTimes(1)
})

test('where the worker could not put it there, the next look asks again', async () => {
  const { host, load } = setup(undefined, false)
  host.look(known)
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1))
  await Promise.resolve()
  host.look(known)
  expect(load).toHaveBeenCalledTimes(2)
})

test('what comes after the end finds nobody', () => {
  const { host, arrive, ending, lookNow } = setup()
  host.look(known)
  ending.abort()
  arrive()
  expect(lookNow).not.toHaveBeenCalled()
})
