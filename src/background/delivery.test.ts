import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { createDurableStore } from '../outbox/durable-store.ts'
import { createMemoryStore } from '../outbox/memory-store.ts'
import { createOutbox } from '../outbox/outbox.ts'
import type { Verdict } from '../transport/verdict.ts'
import { createDelivery } from './delivery.ts'
import { mergeSettings } from './settings.ts'

let clock = Date.UTC(2026, 10, 24, 14)
afterEach(() => {
  clock = Date.UTC(2026, 10, 24, 14)
})

const on = mergeSettings({ telemetry: 'on', collectorUrl: 'https://c.example.org' }, {}).effective
const off = { ...on, telemetry: 'off' } as const

async function setUp(first: Verdict) {
  let verdict = first
  let requests = 0
  let line: Promise<unknown> = Promise.resolve()
  let held: Promise<void> = Promise.resolve()
  let asked = () => {}
  const memory = createMemoryStore()
  const store = createDurableStore({
    open: async () => memory,
    remove: async () => undefined,
    fallback: createMemoryStore,
    report: () => undefined,
  })
  const now = () => clock
  const outbox = createOutbox({ store, now, uuid: () => crypto.randomUUID() })
  const start = () =>
    createDelivery({
      outbox,
      post: async () => {
        requests += 1
        const said = verdict
        asked()
        await held
        return said
      },
      postNote: async () => {
        requests += 1
        return verdict
      },
      withLock: (act) => {
        const turn = line.then(act)
        line = turn.catch(() => undefined)
        return turn
      },
      now,
      random: () => 0.5,
    })
  const subject = { kind: 'visit', screen: 'vitals' } as const
  await outbox.accept([{ uid: crypto.randomUUID(), subject }], {})
  return {
    start,
    outbox,
    requests: () => requests,
    /** The next answer waits until `go`; `asked` resolves at its request. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      const request = Promise.withResolvers<void>()
      held = promise
      asked = request.resolve
      return { asked: request.promise, go: resolve }
    },
    answer: (next: Verdict) => {
      verdict = next
    },
  }
}

const taken: Verdict = { kind: 'taken', rejected: 0 }

describe('delivery', () => {
  it('sends what waits and says when', async () => {
    const { start } = await setUp(taken)
    const delivery = start()
    expect(await delivery.status(on)).toMatchObject({ state: 'waiting', waiting: 1 })
    await delivery.flush(on)
    expect(await delivery.status(on)).toEqual({ state: 'idle', waiting: 0, lastSentAt: clock })
  })

  it('sends nothing without consent', async () => {
    const { start, requests } = await setUp(taken)
    await start().flush(off, true)
    expect(requests()).toBe(0)
    expect((await start().status(off)).state).toBe('off')
  })

  it('waits as long as it said before, also after the worker has died', async () => {
    const { start, requests, answer } = await setUp({ kind: 'retry', message: 'no connection' })
    await start().flush(on)
    const { nextAttemptAt = 0, state } = await start().status(on)
    expect([state, nextAttemptAt > clock]).toEqual(['unreachable', true])
    answer(taken)
    await start().flush(on)
    expect(requests()).toBe(1)
    clock = nextAttemptAt
    await start().flush(on)
    expect([requests(), (await start().status(on)).state]).toEqual([2, 'idle'])
  })

  it('waits at least as long as the collector asks', async () => {
    const { start } = await setUp({ kind: 'retry', message: 'busy', afterMs: 600_000 })
    await start().flush(on)
    expect((await start().status(on)).nextAttemptAt).toBe(clock + 600_000)
  })

  it('keeps everything while it is refused, and says why', async () => {
    const { start, outbox } = await setUp({ kind: 'refused', message: 'Check the token.' })
    await start().flush(on)
    expect(await start().status(on)).toMatchObject({
      state: 'refused',
      message: 'Check the token.',
    })
    expect(await outbox.waiting()).toBe(1)
  })

  it('tries at once when asked to, or when settings have changed', async () => {
    const { start, requests, answer } = await setUp({
      kind: 'refused',
      message: 'Check the token.',
    })
    await start().flush(on)
    await start().reset()
    await start().flush(on)
    answer(taken)
    await start().flush(on, true)
    expect([requests(), (await start().status(on)).state]).toEqual([3, 'idle'])
  })

  it('forgets what the settings of before come to while they change', async () => {
    const refused: Verdict = { kind: 'refused', message: 'Check the token.' }
    const { start, requests, answer, hold } = await setUp(refused)
    const delivery = start()
    const answers = hold()
    const before = delivery.flush(on)
    await answers.asked
    const changed = delivery.reset()
    answers.go()
    await Promise.all([before, changed])
    answer(taken)
    await delivery.flush(on)
    expect([requests(), (await delivery.status(on)).state]).toEqual([2, 'idle'])
  })
})
