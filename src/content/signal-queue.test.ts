import { expect, test } from 'vitest'
import type { Loss, Signal } from '../vocabulary/signal.ts'
import { createSignalQueue } from './signal-queue.ts'

function setup(answers: ((signals: Signal[]) => Promise<string[]>)[]) {
  const sent: string[][] = []
  const due: { act: () => void; ms: number }[] = []
  let count = 0
  const losses: Loss[] = []
  const lossAnswers: (() => Promise<boolean>)[] = []
  const queue = createSignalQueue({
    deliverLoss(loss) {
      losses.push(loss)
      return lossAnswers.shift()?.() ?? Promise.resolve(true)
    },
    deliver(signals) {
      sent.push(signals.map(({ uid }) => uid))
      const answer = answers.shift()
      return answer ? answer(signals) : Promise.resolve(signals.map(({ uid }) => uid))
    },
    uuid: () => `uid-${++count}`,
    schedule: (act, ms) => due.push({ act, ms }),
  })
  return { queue, sent, due, losses, lossAnswers }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
const visit = { kind: 'visit', screen: 'home' } as const
const fails = () => Promise.reject(new Error('no worker'))

test('a signal that the worker has on disk is let go of', async () => {
  const { queue, due } = setup([])
  queue.add(visit)
  await settled()
  expect(queue.waiting()).toBe(0)
  expect(due).toEqual([])
})

test('a signal that was not acknowledged is sent again with the same uid', async () => {
  const { queue, sent, due } = setup([fails])
  queue.add(visit)
  await settled()
  expect(queue.waiting()).toBe(1)
  due[0]?.act()
  await settled()
  expect(sent).toEqual([['uid-1'], ['uid-1']])
  expect(queue.waiting()).toBe(0)
})

test('it waits longer after each failure', async () => {
  const { queue, due } = setup([fails, fails, () => Promise.resolve([])])
  queue.add(visit)
  for (let round = 0; round < 3; round++) {
    await settled()
    due[round]?.act()
  }
  await settled()
  expect(due.map(({ ms }) => ms)).toEqual([500, 2_000, 10_000])
})

test('signals of one act all leave at once: the act may take the page with it', () => {
  const { queue, sent } = setup([])
  queue.add(visit)
  queue.add(visit)
  expect(sent).toEqual([['uid-1'], ['uid-2']])
})

test('while the worker is away, there is one next attempt, with all that has come since', async () => {
  const { queue, sent, due } = setup([fails])
  queue.add(visit)
  await settled()
  queue.add(visit)
  queue.add(visit)
  expect(due).toHaveLength(1)
  due[0]?.act()
  await settled()
  expect(sent).toEqual([['uid-1'], ['uid-1', 'uid-2', 'uid-3']])
  expect(queue.waiting()).toBe(0)
})

test('a worker that is away for long does not fill the page: the oldest go, and are counted once', async () => {
  const { queue, sent, due, losses, lossAnswers } = setup([fails])
  lossAnswers.push(() => Promise.reject(new Error('killed before the answer')))
  queue.add(visit)
  await settled()
  for (let count = 0; count < 600; count++) queue.add(visit)
  expect(queue.waiting()).toBe(500)
  due[0]?.act()
  await settled()
  expect([sent[1]?.length, sent[1]?.includes('uid-1'), queue.waiting()]).toEqual([500, false, 0])
  queue.add(visit)
  await settled()
  expect(losses.map(({ count }) => count)).toEqual([101, 101])
  expect(new Set(losses.map(({ uid }) => uid)).size).toBe(1)
  queue.add(visit)
  await settled()
  expect(losses).toHaveLength(2)
})

test('where everything is on its way, the newest goes', async () => {
  const { queue, due, losses } = setup([fails, () => new Promise(() => undefined)])
  queue.add(visit)
  await settled()
  for (let count = 0; count < 499; count++) queue.add(visit)
  due[0]?.act()
  queue.add(visit)
  expect([queue.waiting(), losses]).toEqual([500, []])
})
