import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { HOUR_MS, type Tally } from '../vocabulary/tally.ts'
import { createDurableStore } from './durable-store.ts'
import { deleteIdbStore, openIdbStore } from './idb-store.ts'
import { LEASE_MS, LOG_BATCHES_MAX, RECORD_AGE_MAX_MS } from './limits.ts'
import { createMemoryStore } from './memory-store.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const subject = { kind: 'visit', screen: 'vitals', app: 'ehr', packVersion: 1 } as const
const other = { ...subject, screen: 'allergies' } as const
const signal = (about: typeof subject | typeof other = subject) => ({
  uid: crypto.randomUUID(),
  subject: about,
})

const opened = new Set<Outbox>()
let clock = Date.UTC(2026, 10, 24, 14, 5)

/** A worker's start: new objects over whatever is on disk. */
function start(open = openIdbStore): Outbox {
  const store = createDurableStore({
    open,
    remove: deleteIdbStore,
    fallback: createMemoryStore,
    report: () => undefined,
  })
  const outbox = createOutbox({ store, now: () => clock, uuid: () => crypto.randomUUID() })
  opened.add(outbox)
  return outbox
}

afterEach(async () => {
  for (const outbox of opened) outbox.stop()
  opened.clear()
  clock = Date.UTC(2026, 10, 24, 14, 5)
  await deleteIdbStore()
})

const summary = (tallies: Tally[]) =>
  tallies.map(({ kind, screen, count }) => [kind, screen, count])

describe('what the outbox has taken', () => {
  it('is there after a kill', async () => {
    await start().accept([signal(), signal()], {})
    const after = start()
    await after.seal({})
    expect(summary(await after.take())).toEqual([['visit', 'vitals', 2]])
  })

  it('counts a signal once that is sent again, also after a kill', async () => {
    const twice = signal()
    await start().accept([twice], {})
    const after = start()
    await after.accept([twice, signal()], {})
    await after.seal({})
    expect(summary(await after.take())).toEqual([['visit', 'vitals', 2]])
  })

  it('closes an hour when the next one begins', async () => {
    const outbox = start()
    await outbox.accept([signal()], { cohort: 'pilot' })
    clock += HOUR_MS
    await outbox.accept([signal()], { cohort: 'pilot' })
    expect(
      (await outbox.take()).map(({ hour, cohort }) => [hour * HOUR_MS < clock, cohort]),
    ).toEqual([[true, 'pilot']])
  })

  it('says of each thing only once a day that it is the first', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    await outbox.accept([signal(), signal(other)], {})
    await outbox.seal({})
    const firsts = (await outbox.take()).map(({ screen, firstToday }) => `${screen} ${firstToday}`)
    expect(firsts.toSorted()).toEqual(['allergies true', 'vitals false', 'vitals true'])
  })
})

describe('a batch', () => {
  it('is nobody else’s while it is leased, and anybody’s when the lease has lapsed', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    const [first] = await outbox.take()
    expect(await start().take()).toEqual([])
    clock += LEASE_MS
    expect((await start().take()).map(({ uid }) => uid)).toEqual([first?.uid])
  })

  it('goes by key and into the log when it is acknowledged', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    const batch = await outbox.take()
    await outbox.accept([signal(other)], {})
    await outbox.seal({})
    await outbox.acknowledge(batch)
    expect(await outbox.waiting()).toBe(1)
    expect(await outbox.log()).toEqual([{ sentAt: clock, tallies: batch }])
  })

  it('can be given back', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    await outbox.release(await outbox.take())
    expect(await outbox.take()).toHaveLength(1)
  })

  it('loses one bad record to quarantine, and says so', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    const [bad] = await outbox.take()
    if (bad !== undefined) await outbox.quarantine(bad)
    await outbox.seal({})
    const left = await outbox.take()
    expect(left.map(({ kind, outcome }) => [kind, outcome])).toEqual([['lost', 'rejected']])
  })

  it('counts what the collector rejects, but never a rejected note of a loss', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    await outbox.acknowledge(await outbox.take(), 1)
    await outbox.seal({})
    const notes = await outbox.take()
    expect(notes.map(({ outcome }) => outcome)).toEqual(['rejected'])
    await outbox.acknowledge(notes, 1)
    expect(await outbox.waiting()).toBe(0)
  })
})

describe('the limits', () => {
  it('drop what is too old and count it', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    clock += RECORD_AGE_MAX_MS + 2 * HOUR_MS
    await outbox.seal({})
    const left = await outbox.take()
    expect(left.map(({ kind, outcome }) => [kind, outcome])).toEqual([['lost', 'age']])
  })

  it('keep the log short', async () => {
    const outbox = start()
    for (let n = 0; n < LOG_BATCHES_MAX + 3; n++) {
      clock += 1000
      await outbox.acknowledge([])
    }
    const log = await outbox.log()
    expect(log).toHaveLength(LOG_BATCHES_MAX)
    expect(log[0]?.sentAt).toBe(clock)
  })
})

describe('when consent is withdrawn', () => {
  it('nothing that was not sent is left', async () => {
    const outbox = start()
    await outbox.accept([signal()], {})
    await outbox.seal({})
    await outbox.accept([signal(other)], {})
    expect(await outbox.purge()).toBe(2)
    expect(await start().waiting()).toBe(0)
  })
})

describe('a damaged database', () => {
  it('is made anew, and the loss is reported', async () => {
    let attempts = 0
    const outbox = start(async () => {
      attempts += 1
      if (attempts <= 2) throw new DOMException('damaged', 'UnknownError')
      return openIdbStore()
    })
    await outbox.accept([signal()], {})
    await outbox.seal({})
    const kinds = (await outbox.take()).map(({ kind, outcome }) => outcome ?? kind)
    expect(kinds.toSorted()).toEqual(['corrupt', 'visit'])
  })

  it('is left as it is where it could not be opened for a moment', async () => {
    await start().accept([signal()], {})
    let attempts = 0
    const later = start(async () => {
      attempts += 1
      if (attempts <= 2) throw new DOMException('full', 'QuotaExceededError')
      return openIdbStore()
    })
    await expect(later.waiting()).rejects.toThrow('full')
    expect(await later.waiting()).toBe(1)
  })

  it('is replaced by memory where none can be opened', async () => {
    const outbox = start(() => Promise.reject(new DOMException('none', 'UnknownError')))
    await outbox.accept([signal()], {})
    expect(await outbox.waiting()).toBe(2)
  })

  it('acknowledges nothing on a full disk', async () => {
    const outbox = start(async () => ({
      run: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      close: () => undefined,
    }))
    await expect(outbox.accept([signal()], {})).rejects.toThrow('full')
  })
})

describe('whatever happens between', () => {
  it('no event is lost or counted twice by kills at any moment', async () => {
    const steps = fc.array(fc.constantFrom('signal', 'resend', 'seal', 'take', 'send', 'kill'), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        await deleteIdbStore()
        const collector = new Map<string, Tally>()
        let outbox = start()
        let batch: Tally[] = []
        let last = signal()
        let events = 0
        const send = async () => {
          for (const tally of batch) collector.set(tally.uid, tally)
          await outbox.acknowledge(batch)
          batch = []
        }
        for (const step of script) {
          if (step === 'signal') {
            last = signal()
            events += 1
            // A cell of its own for each event, so that buckets hide nothing.
            clock += HOUR_MS
          }
          if (step === 'signal' || (step === 'resend' && events > 0))
            await outbox.accept([last], {})
          if (step === 'seal') await outbox.seal({})
          if (step === 'take') batch = await outbox.take()
          if (step === 'send') await send()
          if (step === 'kill') {
            // Sometimes killed after the collector had it: the uid is the same when it goes again.
            for (const tally of batch) collector.set(tally.uid, tally)
            outbox.stop()
            batch = []
            outbox = start()
          }
        }
        clock += LEASE_MS
        await outbox.seal({})
        batch = await outbox.take()
        await send()
        expect(collector.size).toBe(events)
        outbox.stop()
      }),
      { numRuns: 40 },
    )
  })
})
