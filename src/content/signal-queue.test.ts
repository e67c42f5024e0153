import { expect, test } from 'vitest'
import type { Signal } from '../vocabulary/signal.ts'
import { createSignalQueue } from './signal-queue.ts'

function setup(answers: ((signals: Signal[]) => Promise<string[]>)[]) {
  const sent: string[][] = []
  const due: { act: () => void; ms: number }[] = []
  let count = 0
  const queue = createSignalQueue({
    deliver(signals) {
      sent.push(signals.map(({ uid }) => uid))
      const answer = answers.shift()
      return answer ? answer(signals) : Promise.resolve(signals.map(({ uid }) => uid))
    },
    uuid: () => `uid-${++count}`,
    schedule: (act, ms) => due.push({ act, ms }),
  })
  return { queue, sent, due }
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

test('a worker that never comes back does not fill the page', async () => {
  const { queue } = setup(Array.from({ length: 600 }, () => fails))
  for (let count = 0; count < 600; count++) queue.add(visit)
  await settled()
  expect(queue.waiting()).toBe(500)
})
