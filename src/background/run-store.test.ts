import { expect, it } from 'vitest'
import { createRunStore } from './run-store.ts'
import { createFakeArea } from './testing/fake-area.ts'

const run = { pack: 'ehr', walkthrough: 'task', step: 'save', past: [] }
const later = { ...run, step: 'vitals.weight', past: ['save'] }
const setup = () => createRunStore(createFakeArea(), createFakeArea())

it('an end is not overtaken by the step before it, however long that takes', async () => {
  const runs = setup()
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
  const runs = setup()
  void runs.keep(1, () => new Promise(() => {}))
  await expect(runs.keep(2, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await runs.keep(2, async () => run)).toBe(true)
  expect(await runs.read(2)).toEqual(run)
})

it('what is taken is gone', async () => {
  const runs = setup()
  await runs.keep(7, async () => run)
  expect([await runs.take(7), await runs.take(7), await runs.read(7)]).toEqual([
    run,
    undefined,
    undefined,
  ])
})

it('a worker that starts anew finds what was under way', async () => {
  const [session, local] = [createFakeArea(), createFakeArea()]
  await createRunStore(session, local).keep(7, async () => later)
  expect(await createRunStore(session, local).read(7)).toEqual(later)
})

it('so does one of a newer version, whose session storage is empty; nothing is read before that is done', async () => {
  const local = createFakeArea()
  const before = createRunStore(createFakeArea(), local)
  await Promise.all([
    before.keep(7, async () => run),
    before.keep(8, async () => run),
    before.keep(7, async () => later),
    before.keep(8, async () => undefined),
  ])
  const after = createRunStore(createFakeArea(), local)
  void after.updated()
  expect([await after.read(7), await after.read(8)]).toEqual([later, undefined])
})

it('after a start of the browser tabs have other ids, and nothing goes on, updated or not', async () => {
  const local = createFakeArea()
  await createRunStore(createFakeArea(), local).keep(7, async () => run)
  const after = createRunStore(createFakeArea(), local)
  await Promise.all([after.updated(), after.started()])
  expect(await after.read(7)).toBeUndefined()
  expect(await local.get('runs')).toEqual({})
})

it('what is no run is none', async () => {
  const local = createFakeArea({ runs: { 'run:7': { step: 'x' }, other: 1 } })
  const runs = createRunStore(createFakeArea({ 'run:8': { ...run, step: 'a..b' } }), local)
  await runs.updated()
  expect([await runs.read(7), await runs.read(8)]).toEqual([undefined, undefined])
})

it('on a full disk a walkthrough goes on as before, and is only not there after an update', async () => {
  const session = createFakeArea()
  const local = createFakeArea()
  const runs = createRunStore(session, local)
  await runs.keep(7, async () => run)
  local.set = () => Promise.reject(new Error('QuotaExceeded'))
  expect(await runs.keep(7, async () => later)).toBe(true)
  expect(await runs.take(7)).toEqual(later)
  await runs.updated()
  expect(await runs.read(7)).toBeUndefined()
})
