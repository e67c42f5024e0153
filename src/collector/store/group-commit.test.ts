import { expect, test } from 'vitest'
import type { Tally } from '../../vocabulary/tally.ts'
import { makeTally } from '../testing/tallies.ts'
import { createGroupCommit, GROUP_RECORDS_MAX } from './group-commit.ts'

function setUp() {
  const writes: { tallies: readonly Tally[]; done: PromiseWithResolvers<number> }[] = []
  const add = createGroupCommit(
    (tallies) => {
      const done = Promise.withResolvers<number>()
      writes.push({ tallies, done })
      return done.promise
    },
    () => Promise.resolve(),
  )
  return { writes, add }
}

const batch = (size: number) => Array.from({ length: size }, () => makeTally())

test('what comes during a write goes into the next one together, and nobody is answered before', async () => {
  const { writes, add } = setUp()
  const first = add(batch(1), 0)
  await expect.poll(() => writes.length).toBe(1)
  const others = [add(batch(2), 0), add(batch(3), 0)]
  let isAnswered = false
  void others[0]?.then(() => {
    isAnswered = true
  })
  writes[0]?.done.resolve(1)
  expect(await first).toBe(1)
  await expect.poll(() => writes.map(({ tallies }) => tallies.length)).toEqual([1, 5])
  expect(isAnswered).toBe(false)
  writes[1]?.done.resolve(4)
  expect(await Promise.all(others)).toEqual([4, 0])
})

test('a write that fails is answered to those who were in it, and the next goes on', async () => {
  const { writes, add } = setUp()
  const failed = add(batch(1), 0)
  await expect.poll(() => writes.length).toBe(1)
  const next = add(batch(1), 0)
  writes[0]?.done.reject(new Error('disk full'))
  await expect(failed).rejects.toThrow('disk full')
  await expect.poll(() => writes.length).toBe(2)
  writes[1]?.done.resolve(1)
  expect(await next).toBe(1)
})

test('no write is larger than it may be, and a single large one goes alone', async () => {
  const { writes, add } = setUp()
  const sizes = [1, GROUP_RECORDS_MAX + 5, GROUP_RECORDS_MAX - 1, 1, 1]
  const begun = add(batch(sizes[0] ?? 1), 0)
  await expect.poll(() => writes.length).toBe(1)
  const all = [begun, ...sizes.slice(1).map((size) => add(batch(size), 0))]
  for (const index of [0, 1, 2, 3]) {
    await expect.poll(() => writes.length).toBe(index + 1)
    writes[index]?.done.resolve(0)
  }
  await Promise.all(all)
  expect(writes.map(({ tallies }) => tallies.length)).toEqual([
    1,
    GROUP_RECORDS_MAX + 5,
    GROUP_RECORDS_MAX,
    1,
  ])
})

test('before a write that has room, more is gathered; a full one goes at once', async () => {
  const gathered = Promise.withResolvers<void>()
  const writes: number[] = []
  const add = createGroupCommit(
    async (tallies) => writes.push(tallies.length),
    () => gathered.promise,
  )
  const small = [add(batch(1), 0), add(batch(2), 0)]
  expect(writes).toEqual([])
  gathered.resolve()
  await Promise.all(small)
  expect(writes).toEqual([3])
  const never = createGroupCommit(
    async (tallies) => writes.push(tallies.length),
    () => new Promise(() => {}),
  )
  await never(batch(GROUP_RECORDS_MAX), 0)
  expect(writes).toEqual([3, GROUP_RECORDS_MAX])
})
