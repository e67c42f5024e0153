import { describe, expect, it } from 'vitest'
import { PAUSE_MINUTES_MAX } from '../messaging/payload.ts'
import { ensureAlarm, pollMinutes } from './alarms.ts'
import { createPause } from './pause.ts'
import { createRateLimit, RATE_BURST, RATE_PER_SECOND } from './rate-limit.ts'
import { createFakeArea } from './testing/fake-area.ts'

function createFakeAlarms() {
  const set = new Map<
    string,
    { delayInMinutes?: number; periodInMinutes?: number; when?: number }
  >()
  return {
    set,
    alarms: {
      get: async (name: string) => {
        const alarm = set.get(name)
        return alarm && { ...alarm, scheduledTime: (alarm.delayInMinutes ?? 0) * 60_000 }
      },
      create: (name: string, info: { periodInMinutes?: number; when?: number }) =>
        void set.set(name, info),
      clear: async (name: string) => set.delete(name),
    },
  }
}

describe('alarms', () => {
  it('begin at a random moment, and are not begun again at each wake', async () => {
    const { alarms, set } = createFakeAlarms()
    await ensureAlarm(alarms, 'flush', 10, () => 0.25, 0)
    await ensureAlarm(alarms, 'flush', 10, () => 0.75, 0)
    expect(set.get('flush')).toEqual({ delayInMinutes: 2.5, periodInMinutes: 10 })
    await ensureAlarm(alarms, 'flush', 5, () => 0, 0)
    expect(set.get('flush')).toEqual({ delayInMinutes: 0.5, periodInMinutes: 5 })
  })

  it('look at the channel at least every five minutes', () => {
    expect([0.5, 3, 60].map(pollMinutes)).toEqual([0.5, 3, 5])
  })
})

describe('a pause', () => {
  it('ends by itself, or when it is ended', async () => {
    let clock = 1000
    const { alarms, set } = createFakeAlarms()
    const pause = createPause(createFakeArea(), alarms, () => clock)
    await pause.set(2)
    expect([await pause.until(), set.get('pause-end')?.when]).toEqual([121_000, 121_000])
    clock = 121_000
    expect(await pause.until()).toBeUndefined()
    await pause.set(5)
    await pause.set(0)
    expect([await pause.until(), set.size]).toEqual([undefined, 0])
  })

  it('that a wrong clock has set lasts no longer than any once it is right', async () => {
    let clock = Date.UTC(2036, 10, 24)
    const pause = createPause(createFakeArea(), createFakeAlarms().alarms, () => clock)
    await pause.set(60)
    clock = Date.UTC(2026, 10, 24)
    expect(await pause.until()).toBeUndefined()
    await pause.set(PAUSE_MINUTES_MAX)
    expect(await pause.until()).toBeDefined()
  })
})

describe('the rate of a tab', () => {
  it('allows a burst, then so many a second, and is each tab’s own', () => {
    let clock = 0
    const { isWithinRate, forget } = createRateLimit(() => clock)
    const allowed = (tab: number, tries: number) =>
      Array.from({ length: tries }, () => isWithinRate(tab)).filter(Boolean).length
    expect(allowed(1, RATE_BURST + 50)).toBe(RATE_BURST)
    expect(allowed(2, 1)).toBe(1)
    clock = 2000
    expect(allowed(1, 50)).toBe(2 * RATE_PER_SECOND)
    forget(1)
    expect(allowed(1, 1)).toBe(1)
  })
})
