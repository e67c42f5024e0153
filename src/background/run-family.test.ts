import { expect, it } from 'vitest'
import { createRunFamily, type FamilyTab } from './run-family.ts'
import { createRunStore } from './run-store.ts'
import { createFakeArea } from './testing/fake-area.ts'

const run = { pack: 'ehr', walkthrough: 'task', step: 'save', past: [] }

async function setup(active: number) {
  const tabs: FamilyTab[] = [
    { id: 1, active: false },
    { id: 2, active: false, openerTabId: 1 },
    { id: 3, active: false, openerTabId: 1 },
    { id: 4, active: false },
  ]
  const told: number[] = []
  const runs = createRunStore(createFakeArea(), createFakeArea())
  const family = createRunFamily({
    runs,
    session: createFakeArea(),
    tabs: async () => tabs,
    runChanged: (tabId) => told.push(tabId),
  })
  function goTo(id: number): void {
    for (const tab of tabs) tab.active = tab.id === id
  }
  goTo(active)
  await runs.keep(1, async () => run)
  const close = (id: number) => {
    tabs.splice(0, tabs.length, ...tabs.filter((tab) => tab.id !== id))
    return family.closed(id)
  }
  return { family, runs, told, goTo, close }
}
const here = () => true

it('goes along to a tab that was opened from its own, and is in one tab only', async () => {
  const { family, runs, told } = await setup(2)
  expect(await family.runOf(2, here)).toEqual(run)
  expect([await runs.read(1), await runs.read(2)]).toEqual([undefined, run])
  expect(told.toSorted()).toEqual([1, 2])
})

it('goes back, and over to another tab of the same one, with the person', async () => {
  const { family, runs, goTo } = await setup(2)
  await family.runOf(2, here)
  goTo(1)
  expect(await family.runOf(1, here)).toEqual(run)
  goTo(2)
  await family.runOf(2, here)
  goTo(3)
  expect(await family.runOf(3, here)).toEqual(run)
  expect([await runs.read(1), await runs.read(2)]).toEqual([undefined, undefined])
})

it.each([
  ['a tab that was opened in the background', 1, 2, here],
  ['a tab of its own', 4, 4, here],
  ['a tab of another app', 2, 2, () => false],
])('stays where it is for %s', async (_name, active, asking, isHere) => {
  const { family, runs } = await setup(active)
  expect(await family.runOf(asking, isHere)).toBeUndefined()
  expect(await runs.read(1)).toEqual(run)
})

it('two frames that ask at once do not make two of it', async () => {
  const { family, runs } = await setup(2)
  const asked = await Promise.all([family.runOf(2, here), family.runOf(2, here)])
  expect(asked.filter(Boolean).length).toBeGreaterThan(0)
  expect([await runs.read(1), await runs.read(2)]).toEqual([undefined, run])
})

it('of a tab that is closed it goes back to where it came from, and else has no tab', async () => {
  const { family, runs, close } = await setup(2)
  await family.runOf(2, here)
  expect(await close(2)).toBeUndefined()
  expect(await runs.read(1)).toEqual(run)
  expect(await close(1)).toEqual(run)
  expect(await close(4)).toBeUndefined()
})

it('a tab that the person comes to is told, where a walkthrough could come along', async () => {
  const { family, told, goTo } = await setup(2)
  await family.activated(2)
  expect(told).toEqual([2])
  goTo(4)
  await family.activated(4)
  goTo(1)
  await family.activated(1)
  expect(told).toEqual([2])
})
