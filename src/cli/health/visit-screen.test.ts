import { expect, test } from 'vitest'
import type { ProbeAnswer, ProbeRequest, Sighting } from '../../probe/sighting.ts'
import { wardPack } from '../testing/sample-pack.ts'
import type { AppPage } from './app-page.ts'
import { SETTLE_MS } from './settle.ts'
import type { NotReached } from './verdict.ts'
import { createVisits } from './visit-screen.ts'

interface Script {
  /** The screens that presses lead through, from the one that every path shows. */
  shows: string[]
  states?: Record<string, Sighting['state']>
  refuses?: NotReached
  /** Looks that come too early. */
  late?: number
}

function setUp({ shows, states = {}, refuses, late = 0 }: Script, isOpeningForms = false) {
  const done: string[] = []
  let at = 0
  let looks = 0
  let slept = 0
  const page: AppPage = {
    async open(path) {
      done.push(`open ${path}`)
      at = 0
      return refuses
    },
    async look({ targets }: ProbeRequest): Promise<ProbeAnswer | undefined> {
      looks += 1
      if (looks <= late) return undefined
      const screen = shows[at]
      const sightings = targets.map(
        ({ id }): Sighting => ({
          id,
          state: states[id] ?? 'found',
          lost: [],
          candidates: 1,
          repairs: [],
        }),
      )
      return { ...(screen && { screen }), sightings }
    },
    async press({ name }) {
      done.push(`press ${name?.[0]}`)
      at += 1
      return true
    },
  }
  const pack = wardPack()
  const sleep = async (ms: number) => {
    slept += ms
  }
  const visit = createVisits({ pack, values: new Map([['id', 'b2']]), isOpeningForms, page, sleep })
  const run = (id: string) => {
    const screen = pack.screens.find((each) => each.id === id)
    if (screen === undefined) throw new Error(`no screen ${id}`)
    return visit(screen)
  }
  return { run, done, waited: () => slept }
}

test('a screen that shows is read, with the values of its path', async () => {
  const { run, done } = setUp({ shows: ['chart'], late: 3 })
  expect(await run('chart')).toMatchObject([
    { screen: 'chart', reached: true, sightings: [{ id: 'open', state: 'found' }] },
  ])
  expect(done).toEqual(['open /patient/b2/chart?x=1'])
})

test('what is missing is waited for, and not for ever', async () => {
  const { run, waited } = setUp({ shows: ['chart'], states: { open: 'missing' } })
  expect(await run('chart')).toMatchObject([{ sightings: [{ state: 'missing' }] }])
  expect(waited()).toBeGreaterThan(2_000)
  expect(waited()).toBeLessThanOrEqual(SETTLE_MS)
})

test('another screen, or none, is not reached: nothing is said of its targets', async () => {
  const other = setUp({ shows: ['detail'] })
  expect(await other.run('chart')).toMatchObject([{ because: 'other-screen', shows: 'detail' }])
  const none = setUp({ shows: [] })
  expect(await none.run('chart')).toMatchObject([{ because: 'unknown-screen' }])
  const refused = setUp({ shows: ['chart'], refuses: { because: 'status', status: 404 } })
  expect(await refused.run('chart')).toMatchObject([{ because: 'status', status: 404 }])
})

test('a form is opened only where that was asked for', async () => {
  const { run, done } = setUp({ shows: ['chart', 'form', 'detail'] })
  expect(await run('form')).toMatchObject([{ reached: false, because: 'form' }])
  expect(done).toEqual(['open /patient/a1/chart?x=1'])
  const opening = setUp({ shows: ['chart', 'form', 'detail'] }, true)
  expect(await opening.run('detail')).toMatchObject([
    { reached: true, sightings: [{ id: 'field' }] },
  ])
  expect(opening.done).toEqual(['open /patient/b2/chart?x=1', 'press open', 'press more'])
})

test('what has moved is not pressed', async () => {
  const { run, done } = setUp({ shows: ['chart', 'form'], states: { open: 'moved' } }, true)
  expect(await run('form')).toMatchObject([{ because: 'not-opened', target: 'open' }])
  expect(done).toEqual(['open /patient/b2/chart?x=1'])
})

test('a form that no press opens', async () => {
  const { run } = setUp({ shows: ['chart'] }, true)
  expect(await run('typed')).toMatchObject([{ reached: false, because: 'no-way' }])
})
