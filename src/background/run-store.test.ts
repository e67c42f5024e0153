import { expect, it } from 'vitest'
import { createRunStore } from './run-store.ts'
import { createFakeArea } from './testing/fake-area.ts'

const run = { pack: 'ehr', walkthrough: 'task', step: 'save', past: [] }

it('an end is not overtaken by the step before it, however long that takes', async () => {
  const runs = createRunStore(createFakeArea())
  let decide = (_run: typeof run) => {}
  const slow = new Promise<typeof run>((resolve) => {
    decide = resolve
  })
  const first = runs.keep(7, () => slow)
  const second = runs.keep(7, async () => undefined)
  const read = runs.read(7)
  decide(run)
  expect(await Promise.all([first, second, read])).toEqual([true, false, undefined])
})

it('tabs do not wait for each other, nor for one that has failed', async () => {
  const runs = createRunStore(createFakeArea())
  void runs.keep(1, () => new Promise(() => {}))
  await expect(runs.keep(2, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await runs.keep(2, async () => run)).toBe(true)
  expect(await runs.read(2)).toEqual(run)
})
