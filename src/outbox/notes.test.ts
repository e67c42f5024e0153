import { expect, test } from 'vitest'
import type { PageNote } from '../vocabulary/note.ts'
import { createDurableStore } from './durable-store.ts'
import { LEASE_MS, NOTES_MAX, RECORD_AGE_MAX_MS } from './limits.ts'
import { createMemoryStore } from './memory-store.ts'
import { createOutbox } from './outbox.ts'

const START = Date.UTC(2026, 10, 24, 14, 5)
const DAY = Math.floor(START / 86_400_000)
const note = (more: Partial<PageNote> = {}): PageNote => ({
  uid: crypto.randomUUID(),
  app: 'ehr',
  screen: 'vitals',
  outcome: 'slow',
  comment: 'Too late.',
  ...more,
})

function start() {
  let clock = START
  const memory = createMemoryStore()
  const store = createDurableStore({
    open: async () => memory,
    remove: async () => undefined,
    fallback: createMemoryStore,
    report: () => undefined,
  })
  const outbox = createOutbox({
    store,
    now: () => clock,
    uuid: () => crypto.randomUUID(),
    random: () => 0,
  })
  const losses = async () => {
    await outbox.seal({})
    return (await outbox.take()).map(({ kind, outcome }) => [kind, outcome])
  }
  return { outbox, losses, pass: (ms: number) => (clock += ms) }
}

test('a note has its day, no hour, no cohort and no department, and is kept once', async () => {
  const { outbox } = start()
  const one = note()
  await outbox.notes.accept(one)
  await outbox.notes.accept(one)
  expect(await outbox.waiting()).toBe(1)
  expect(await outbox.notes.take()).toEqual({ ...one, day: DAY })
})

test('one that is out is had by nobody else until its lease lapses, or it is given back', async () => {
  const { outbox, pass } = start()
  await outbox.notes.accept(note())
  const taken = await outbox.notes.take()
  expect(await outbox.notes.take()).toBeUndefined()
  pass(LEASE_MS + 1)
  expect(await outbox.notes.take()).toEqual(taken)
  if (taken) await outbox.notes.release(taken)
  expect(await outbox.notes.take()).toEqual(taken)
})

test('what the collector has is in the log, by itself, with the bytes of its request', async () => {
  const { outbox } = start()
  await outbox.notes.accept(note())
  const taken = await outbox.notes.take()
  if (taken) await outbox.notes.acknowledge(taken, false, '{"resourceLogs":[]}')
  expect(await outbox.log()).toEqual([
    { sentAt: START, tallies: [], note: taken, body: '{"resourceLogs":[]}' },
  ])
  expect(await outbox.waiting()).toBe(0)
})

test('what is too old, too much or refused is dropped, and counted', async () => {
  const { outbox, losses, pass } = start()
  for (let at = 0; at <= NOTES_MAX; at++) await outbox.notes.accept(note())
  expect(await outbox.waiting()).toBe(NOTES_MAX + 1)
  const taken = await outbox.notes.take()
  if (taken) await outbox.notes.drop(taken)
  pass(RECORD_AGE_MAX_MS + 86_400_000)
  expect(await outbox.notes.take()).toBeUndefined()
  expect((await losses()).toSorted()).toEqual([
    ['lost', 'age'],
    ['lost', 'bytes'],
    ['lost', 'rejected'],
  ])
})

test('without consent nothing of it stays', async () => {
  const { outbox } = start()
  await outbox.notes.accept(note())
  expect(await outbox.purge()).toBe(1)
  expect(await outbox.notes.take()).toBeUndefined()
})
