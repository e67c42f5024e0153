import { expect, test } from 'vitest'
import type { TabRun } from '../messaging/protocol.ts'
import { createTabRun } from './tab-run.ts'

const run = { pack: 'ehr', walkthrough: 'task', step: 'save', past: [] }

function setup() {
  const taken: TabRun[] = []
  const keeps = Promise.withResolvers<boolean>()
  const reads = Promise.withResolvers<TabRun>()
  const counts = { reads: 0 }
  const tabRun = createTabRun({
    keep: () => keeps.promise,
    read() {
      counts.reads += 1
      return reads.promise
    },
    onRead: (tab) => taken.push(tab),
  })
  return { tabRun, taken, keeps, reads, counts }
}

test('another frame’s step is taken in', async () => {
  const { tabRun, taken, reads } = setup()
  reads.resolve({ run, holders: 1 })
  await tabRun.refresh()
  expect(taken).toEqual([{ run, holders: 1 }])
})

test('nothing is read while this frame’s own step is on its way, and then once', async () => {
  const { tabRun, taken, keeps, reads, counts } = setup()
  const kept = tabRun.keep(run)
  await tabRun.refresh()
  await tabRun.refresh()
  expect(counts.reads).toBe(0)
  keeps.resolve(true)
  reads.resolve({ run, holders: 0 })
  await kept
  expect([counts.reads, taken.length]).toEqual([1, 1])
})

test('what was read before a step of our own is dropped', async () => {
  const { tabRun, taken, keeps, reads } = setup()
  const reading = tabRun.refresh()
  const keeping = tabRun.keep(undefined)
  reads.resolve({ run, holders: 0 })
  await reading
  expect(taken).toEqual([])
  keeps.resolve(true)
  await keeping
})

test('what was read before this frame laid claim does not count it, and is dropped', async () => {
  const { tabRun, taken, reads } = setup()
  const reading = tabRun.refresh()
  tabRun.outdate()
  reads.resolve({ run, holders: 1 })
  await reading
  expect(taken).toEqual([])
})
