import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteIdbStore, openIdbStore } from '../outbox/idb-store.ts'
import { LEASE_MS, RECORD_AGE_MAX_MS, RECORD_BYTES_MAX } from '../outbox/limits.ts'
import { createMemoryStore } from '../outbox/memory-store.ts'
import { DATABASE_NAME } from '../outbox/schema.ts'
import type { Store } from '../outbox/store.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { HOUR_MS } from '../vocabulary/tally.ts'
import { ensureAlarm } from './alarms.ts'
import { createPipeline, type Pipeline, SENDING, START, type Worker } from './testing/pipeline.ts'

/** Every row of the table of failures in the specification of delivery, under its own name. */

let pipeline: Pipeline
const started = new Set<Worker>()

function start(open?: () => Promise<Store>, lock?: (act: () => Promise<void>) => Promise<void>) {
  const worker = pipeline.startWorker(open, lock)
  started.add(worker)
  return worker
}

function kill(worker: Worker): void {
  worker.outbox.stop()
  started.delete(worker)
}

beforeEach(() => {
  pipeline = createPipeline()
})
afterEach(async () => {
  for (const worker of started) kill(worker)
  await deleteIdbStore()
})

const seen = { kind: 'visit', app: 'ehr', packVersion: 1, screen: 'vitals' } as const
const visit = (screen = 'vitals'): Signal => ({ ...seen, uid: crypto.randomUUID(), screen })
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
/** Lets a page try again until it holds nothing. */
const untilSent = (page: { waiting: () => number }) =>
  expect
    .poll(() => {
      pipeline.retry()
      return page.waiting()
    })
    .toBe(0)
const refused = () => Promise.reject(new TypeError('Failed to fetch'))

describe('kill before store', () => {
  it('the page holds the signal and sends it again under its own uid', async () => {
    let worker = start()
    const sent: string[] = []
    let isKilled = true
    const page = pipeline.openPage((signals) => {
      sent.push(...signals.map(({ uid }) => uid))
      return isKilled ? Promise.reject(new Error('no worker')) : worker.signals(signals)
    })
    page.add(seen)
    await settled()
    expect(page.waiting()).toBe(1)
    kill(worker)
    worker = start()
    isKilled = false
    await untilSent(page)
    await worker.flush()
    expect(new Set(sent).size).toBe(1)
    expect(pipeline.counted()).toEqual(['visit'])
  })

  it('a signal that was on disk when the answer was lost counts once', async () => {
    let worker = start()
    let isAnswerLost = true
    const page = pipeline.openPage(async (signals) => {
      const stored = await worker.signals(signals)
      if (isAnswerLost) throw new Error('killed after the commit')
      return stored
    })
    page.add(seen)
    await settled()
    await expect.poll(() => worker.outbox.waiting()).toBe(1)
    kill(worker)
    worker = start()
    isAnswerLost = false
    await untilSent(page)
    await worker.flush()
    expect(pipeline.counted()).toEqual(['visit'])
  })
})

describe('kill mid-request', () => {
  it('the row stays, its lease runs out, it is sent again, and the collector counts it once', async () => {
    const first = start()
    await first.signals([visit()])
    const hangs = Promise.withResolvers<Response>()
    const asked = Promise.withResolvers<void>()
    pipeline.answer((tallies) => {
      pipeline.take(tallies)
      asked.resolve()
      return hangs.promise
    })
    void first.flush().catch(() => undefined)
    await asked.promise
    kill(first)
    const free = (act: () => Promise<void>) => act()
    const second = start(undefined, free)
    await second.flush()
    expect(pipeline.requests).toHaveLength(1)
    pipeline.pass(LEASE_MS)
    await second.flush()
    expect(pipeline.requests).toHaveLength(2)
    expect(pipeline.counted()).toEqual(['visit'])
    expect(await second.outbox.waiting()).toBe(0)
  })
})

describe('kill after 2xx, before delete', () => {
  it('a second copy goes out under the same uid, counted once', async () => {
    const first = start()
    await first.signals([visit()])
    await first.outbox.seal({})
    const batch = await first.outbox.take()
    pipeline.take(batch)
    kill(first)
    pipeline.pass(LEASE_MS)
    const second = start()
    await second.flush()
    expect(pipeline.requests.flat().map(({ uid }) => uid)).toEqual(batch.map(({ uid }) => uid))
    expect(pipeline.counted()).toEqual(['visit'])
  })
})

describe('two flushers', () => {
  it('take turns by the lock, and each record goes out once', async () => {
    const [one, other] = [start(), start()]
    await one.signals(Array.from({ length: 300 }, (_, n) => visit(`s${n}`)))
    await Promise.all([one.flush(), other.flush()])
    expect(pipeline.requests.flat()).toHaveLength(300)
    expect(await other.outbox.waiting()).toBe(0)
  })

  it('without the lock, leases keep them apart, and only what was acknowledged is deleted', async () => {
    const free = (act: () => Promise<void>) => act()
    const [one, other] = [start(undefined, free), start(undefined, free)]
    await one.signals(Array.from({ length: 300 }, (_, n) => visit(`s${n}`)))
    await one.outbox.seal({})
    await Promise.all([one.flush(), other.flush()])
    expect(pipeline.requests.flat()).toHaveLength(300)
    expect(pipeline.counted()).toHaveLength(300)
    expect(await other.outbox.waiting()).toBe(0)
  })
})

describe('offline for days', () => {
  it('what is older than 14 days is dropped, and the number reaches the collector', async () => {
    const worker = start()
    await worker.signals([visit('a'), visit('b'), visit('c')])
    await worker.outbox.seal({})
    pipeline.pass(RECORD_AGE_MAX_MS + 2 * HOUR_MS)
    await worker.signals([visit('d')])
    await worker.flush()
    const [lost] = pipeline.requests.flat().filter(({ kind }) => kind === 'lost')
    expect(pipeline.counted().toSorted()).toEqual(['lost/age', 'visit'])
    expect(lost?.count).toBe(2)
  })

  it('what is more than the bytes allow is dropped from the oldest, and counted', async () => {
    const worker = start()
    await worker.signals([visit('oldest')])
    await worker.outbox.seal({})
    pipeline.pass(HOUR_MS)
    await worker.signals([visit('newer')])
    await worker.outbox.seal({})
    const database = await openDB(DATABASE_NAME)
    for (const row of await database.getAll('records'))
      await database.put('records', { ...row, bytes: RECORD_BYTES_MAX * 0.75 })
    database.close()
    await worker.flush()
    const screens = pipeline.requests.flat().map(({ screen, outcome }) => screen ?? outcome)
    expect(screens.toSorted()).toEqual(['bytes', 'newer'])
  })
})

describe('quota full, database corrupt', () => {
  /** A database that takes nothing for a while, or nothing but the emptying of the log. */
  const fullUntil = (isFree: (names: readonly string[]) => boolean) => async () => {
    const store = await openIdbStore()
    const run: Store['run'] = (names, act) =>
      isFree(names)
        ? store.run(names, act)
        : Promise.reject(new DOMException('full', 'QuotaExceededError'))
    return { ...store, run }
  }

  it('the log of what was sent makes room first', async () => {
    let isRoom = false
    const open = fullUntil((names) => {
      if (names.join() === 'log') isRoom = true
      return isRoom
    })
    const worker = start(open)
    await worker.signals([visit()])
    await worker.flush()
    expect(pipeline.counted()).toEqual(['visit'])
  })

  it('on a disk that stays full nothing is acknowledged: the page’s memory keeps it', async () => {
    let isRoom = false
    const worker = start(fullUntil(() => isRoom))
    const page = pipeline.openPage(worker.signals)
    page.add(seen)
    await settled()
    expect(page.waiting()).toBe(1)
    isRoom = true
    await untilSent(page)
    await worker.flush()
    expect(pipeline.counted()).toEqual(['visit'])
  })

  it('what a page had to drop meanwhile reaches the collector as a loss, once', async () => {
    const worker = start()
    const loss = { uid: crypto.randomUUID(), count: 9 }
    await worker.outbox.acceptLoss(loss)
    await worker.outbox.acceptLoss(loss)
    await worker.flush()
    expect(pipeline.requests.flat()).toMatchObject([{ kind: 'lost', outcome: 'held', count: 8 }])
  })

  it('a corrupt database is made anew and the loss reported', async () => {
    let attempts = 0
    const worker = start(async () => {
      attempts += 1
      if (attempts <= 2) throw new DOMException('corrupt', 'UnknownError')
      return openIdbStore()
    })
    await worker.signals([visit()])
    await worker.flush()
    expect(pipeline.counted().toSorted()).toEqual(['lost/corrupt', 'visit'])
  })

  it('where no database can be had, memory serves', async () => {
    const memory = createMemoryStore()
    let attempts = 0
    const worker = start(async () => {
      attempts += 1
      if (attempts > 3) return memory
      throw new DOMException('none', 'UnknownError')
    })
    await worker.signals([visit()])
    await worker.flush()
    expect(pipeline.counted().toSorted()).toEqual(['lost/corrupt', 'visit'])
  })
})

describe('alarm missing', () => {
  const alarmsWith = (running: { periodInMinutes: number; scheduledTime: number } | undefined) => {
    const created: string[] = []
    return {
      created,
      alarms: {
        get: async () => running,
        create: (name: string) => created.push(name),
        clear: async () => true,
      },
    }
  }

  it.each([
    ['is not there', undefined, ['flush']],
    ['runs', { periodInMinutes: 5, scheduledTime: START + 60_000 }, []],
    ['has another period', { periodInMinutes: 9, scheduledTime: START + 60_000 }, ['flush']],
    [
      'was set by a clock that ran ahead',
      { periodInMinutes: 5, scheduledTime: START * 2 },
      ['flush'],
    ],
  ])('one that %s', async (_what, running, expected) => {
    const { created, alarms } = alarmsWith(running)
    await ensureAlarm(alarms, 'flush', 5, () => 0.5, START)
    expect(created).toEqual(expected)
  })
})

describe('429, 502, 503, 504 and no connection', () => {
  it.each([429, 502, 503, 504])('%d: kept, and the wait outlives the worker', async (status) => {
    const first = start()
    await first.signals([visit()])
    pipeline.answer(status)
    await first.flush()
    kill(first)
    const second = start()
    await second.flush()
    expect(pipeline.requests).toHaveLength(1)
    const { nextAttemptAt = 0 } = await second.delivery.status(SENDING)
    expect(nextAttemptAt).toBeGreaterThan(pipeline.now())
    pipeline.pass(nextAttemptAt - pipeline.now())
    await second.flush()
    expect(pipeline.counted()).toEqual(['visit'])
  })

  it('waits longer each time, anywhere below the ceiling', async () => {
    const worker = start()
    await worker.signals([visit()])
    const waits: number[] = []
    for (let round = 0; round < 3; round++) {
      pipeline.answer(refused)
      await worker.flush()
      const { nextAttemptAt = 0 } = await worker.delivery.status(SENDING)
      waits.push(nextAttemptAt - pipeline.now())
      pipeline.pass(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([7500, 15_000, 30_000])
  })

  it('Retry-After is honoured', async () => {
    const worker = start()
    await worker.signals([visit()])
    pipeline.answer(() => new Response('{}', { status: 503, headers: { 'retry-after': '900' } }))
    await worker.flush()
    expect((await worker.delivery.status(SENDING)).nextAttemptAt).toBe(pipeline.now() + 900_000)
  })

  it('an answer that is torn off is no answer', async () => {
    const worker = start()
    await worker.signals([visit()])
    pipeline.answer((tallies) => {
      pipeline.take(tallies)
      return new Response('{"partialSu')
    })
    await worker.flush()
    expect(await worker.outbox.waiting()).toBe(1)
    pipeline.pass(HOUR_MS)
    await worker.flush()
    expect([pipeline.requests.length, pipeline.counted()]).toEqual([2, ['visit']])
  })
})

describe('400', () => {
  it('the one bad record is found by halves and set aside; the rest arrives', async () => {
    const worker = start()
    await worker.signals(Array.from({ length: 40 }, (_, n) => visit(`s${n}`)))
    const judge = (tallies: { screen?: string | undefined }[]) =>
      tallies.some(({ screen }) => screen === 's17')
    for (let n = 0; n < 24; n++)
      pipeline.answer((tallies) =>
        judge(tallies) ? new Response('{}', { status: 400 }) : pipeline.take(tallies),
      )
    await worker.flush()
    expect(pipeline.counted()).toHaveLength(39)
    pipeline.pass(HOUR_MS)
    await worker.flush()
    expect(pipeline.counted().filter((kind) => kind === 'lost/rejected')).toHaveLength(1)
    expect(pipeline.requests.at(-1)?.map(({ outcome }) => outcome)).toEqual(['rejected'])
  })
})

describe('413', () => {
  it('is sent in halves', async () => {
    const worker = start()
    await worker.signals(Array.from({ length: 10 }, (_, n) => visit(`s${n}`)))
    pipeline.answer(413)
    await worker.flush()
    expect(pipeline.requests.map(({ length }) => length)).toEqual([10, 5, 5])
    expect(pipeline.counted()).toHaveLength(10)
  })
})

describe('401 and 403', () => {
  it.each([401, 403])('%d: pauses, keeps, and tells the person what to look at', async (status) => {
    const worker = start()
    await worker.signals([visit()])
    pipeline.answer(status)
    await worker.flush()
    await worker.flush()
    expect(pipeline.requests).toHaveLength(1)
    expect(await worker.delivery.status(SENDING)).toMatchObject({
      state: 'refused',
      waiting: 1,
      message: expect.stringContaining('Check the collector token'),
    })
  })

  it('and what waits goes only when it is too old', async () => {
    const worker = start()
    await worker.signals([visit()])
    pipeline.answer(401)
    await worker.flush()
    pipeline.pass(RECORD_AGE_MAX_MS - HOUR_MS)
    await worker.outbox.seal({})
    expect(await worker.outbox.waiting()).toBe(1)
  })
})

describe('partial success', () => {
  it('is never sent again, and what was rejected is counted', async () => {
    const worker = start()
    await worker.signals([visit('a'), visit('b')])
    pipeline.answer(() => Response.json({ partialSuccess: { rejectedLogRecords: '1' } }))
    await worker.flush()
    await worker.flush()
    expect(pipeline.requests.map((batch) => batch.map(({ kind }) => kind))).toEqual([
      ['visit', 'visit'],
      ['lost'],
    ])
  })
})

describe('clock skew', () => {
  it('a wait or a lease that a wrong clock has set holds nobody up once it is right', async () => {
    const worker = start()
    await worker.signals([visit()])
    pipeline.pass(10 * 365 * 24 * HOUR_MS)
    pipeline.answer(503)
    // Leased and put off ten years ahead of time.
    await worker.outbox.take()
    await worker.delivery.flush(SENDING)
    pipeline.pass(-10 * 365 * 24 * HOUR_MS)
    await worker.signals([visit('after')])
    await worker.flush()
    expect(pipeline.counted()).toContain('visit')
  })
})

describe('update', () => {
  it('rows of the release before are sent; what this one can’t read is counted as lost', async () => {
    const before = start()
    await before.signals([visit('a'), visit('b'), visit('c')])
    await before.outbox.seal({})
    kill(before)
    const database = await openDB(DATABASE_NAME)
    const [first, second, third] = await database.getAll('records')
    const { version: _, ...unversioned } = first
    await database.put('records', unversioned)
    await database.put('records', { ...second, version: 99 })
    await database.put('records', { ...third, tally: { ...third.tally, kind: 'gone-kind' } })
    database.close()
    await start().flush()
    expect(pipeline.counted().toSorted()).toEqual(['lost/version', 'visit'])
    expect(pipeline.requests.flat().find(({ kind }) => kind === 'lost')?.count).toBe(2)
  })

  it('a database of a later release is begun anew, and the loss reported', async () => {
    const later = await openDB(DATABASE_NAME, 99)
    later.close()
    const worker = start()
    await worker.signals([visit()])
    await worker.flush()
    expect(pipeline.counted().toSorted()).toEqual(['lost/corrupt', 'visit'])
  })
})

describe('consent withdrawn', () => {
  it('the flush under way is called off, and nothing is left', async () => {
    const worker = start()
    await worker.signals(Array.from({ length: 500 }, (_, n) => visit(`s${n}`)))
    const hangs = Promise.withResolvers<Response>()
    const asked = Promise.withResolvers<void>()
    pipeline.answer(() => {
      asked.resolve()
      return hangs.promise
    })
    const flush = worker.flush()
    await asked.promise
    worker.delivery.callOff()
    await worker.outbox.purge()
    hangs.resolve(new Response('{}', { status: 503 }))
    await flush
    expect(pipeline.requests).toHaveLength(1)
    expect(await worker.outbox.waiting()).toBe(0)
  })
})

describe('shift start, outage recovery', () => {
  it('first sendings are spread over the period', async () => {
    const delays: number[] = []
    for (const chance of [0, 0.25, 0.5, 0.75, 0.999])
      await ensureAlarm(
        {
          get: async () => undefined,
          create: (_name, { delayInMinutes = 0 }) => delays.push(delayInMinutes),
          clear: async () => true,
        },
        'flush',
        60,
        () => chance,
        START,
      )
    expect(delays).toEqual([0.5, 15, 30, 45, 59.94])
  })

  it('what has piled up drains at the rate of the policy', async () => {
    const worker = start()
    await worker.signals(Array.from({ length: 900 }, (_, n) => visit(`s${n}`)))
    await worker.delivery.flush({ ...SENDING, requestsPerFlush: 2 })
    expect(pipeline.counted()).toHaveLength(400)
    expect(await worker.outbox.waiting()).toBe(500)
  })
})
