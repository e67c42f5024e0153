// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Root } from '../anchors/dom.ts'
import { createGuard } from './guard.ts'
import { LOOK_INTERVAL_MS } from './look-budget.ts'
import { createPageWatch } from './page-watch.ts'

let ending: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  ending = new AbortController()
})
afterEach(() => {
  ending.abort()
  vi.useRealTimers()
  document.body.replaceChildren()
})

function watch(
  lookMs = 0,
  roots: () => readonly Root[] = () => [document],
  {
    own,
    concernOf = () => undefined,
    glance = () => true,
    readAhead = () => true,
  }: Partial<
    Pick<Parameters<typeof createPageWatch>[0], 'concernOf' | 'glance' | 'readAhead'> & {
      own: Element
    }
  > = {},
) {
  let looks = 0
  let delays = 0
  const guards = createGuard((error) => {
    throw error
  })
  const onChange = () => {
    looks += 1
    vi.setSystemTime(Date.now() + lookMs)
    return roots()
  }
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now())
  createPageWatch({
    page: window as Window & typeof globalThis,
    own: () => own,
    onChange,
    changed: () => {},
    concernOf,
    glance,
    readAhead,
    onDelay() {
      delays += 1
    },
    ...guards,
    signal: ending.signal,
  })
  const settle = () => vi.advanceTimersByTimeAsync(10 * LOOK_INTERVAL_MS)
  return { looks: () => looks, delays: () => delays, settle }
}

test('nothing changes: one look, and no timer for another', async () => {
  const { looks, settle } = watch()
  await settle()
  expect(looks()).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  ['the words of a button', () => document.querySelector('button')?.append('!')],
  [
    'the value that a submit button bears',
    () => document.querySelector('input')?.setAttribute('value', 'Discard'),
  ],
  ['a title', () => document.querySelector('button')?.setAttribute('title', 'Delete')],
  ['a test id', () => document.querySelector('button')?.setAttribute('data-testid', 'delete')],
])('%s changes: a look', async (_what, change) => {
  document.body.innerHTML = '<button>Save</button><input type="submit" value="Save">'
  const { looks, settle } = watch()
  await settle()
  change()
  await settle()
  expect(looks()).toBe(2)
})

test.each(['load', 'animationend', 'transitionend'])(
  'what may show or hide without a change of any element: %s',
  async (name) => {
    const sheet = document.body.appendChild(document.createElement('link'))
    const { looks, settle } = watch()
    await settle()
    sheet.dispatchEvent(new Event(name))
    await settle()
    expect(looks()).toBe(2)
  },
)

test('something changes in a shadow root that was looked at: a look', async () => {
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  const { looks, settle } = watch(0, () => [document, root])
  await settle()
  root.append(document.createElement('button'))
  await settle()
  expect(looks()).toBe(2)
})

test('what each look draws in Handrail’s own shadow root is not looked at again', async () => {
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  const draw = () => {
    root.textContent = 'Help'
    return [document, root]
  }
  const { looks, settle } = watch(0, draw, { own: host })
  await settle()
  expect(looks()).toBe(1)
  root.append('!')
  await settle()
  expect(looks()).toBe(1)
})

test('a change that is looked at later than in the next frame is told of at once', async () => {
  const { looks, delays, settle } = watch()
  await settle()
  document.body.append('a')
  await vi.advanceTimersByTimeAsync(1)
  expect([looks(), delays()]).toEqual([2, 0])
  document.body.append('b')
  await vi.advanceTimersByTimeAsync(1)
  expect([looks(), delays()]).toEqual([2, 1])
  await settle()
  expect(looks()).toBe(3)
})

test('looks that take long leave the page most of its time', async () => {
  const { looks } = watch(120)
  const ticking = setInterval(() => document.body.setAttribute('class', String(Math.random())), 10)
  await vi.advanceTimersByTimeAsync(8_000)
  clearInterval(ticking)
  const spent = looks() * 120
  // A look moves the clock, but no timer.
  expect(spent / (8_000 + spent)).toBeLessThan(0.25)
  expect(looks()).toBeGreaterThan(3)
})

/** A change every 10 ms. Resolves after this many ms. */
async function storm(ms: number): Promise<void> {
  const ticking = setInterval(() => document.body.setAttribute('class', String(Math.random())), 10)
  await vi.advanceTimersByTimeAsync(ms)
  clearInterval(ticking)
}

test('a page that never rests is looked at less often', async () => {
  const { looks } = watch(3)
  await storm(10_000)
  const before = looks()
  await storm(20_000)
  expect((looks() - before) * 3).toBeLessThan(20_000 * 0.005)
  expect(looks() - before).toBeGreaterThan(10)
})

test('what somebody does there is looked at soon', async () => {
  const { looks } = watch(3)
  await storm(10_000)
  const before = looks()
  document.body.dispatchEvent(new Event('click', { bubbles: true }))
  await storm(2 * LOOK_INTERVAL_MS)
  expect(looks()).toBeGreaterThan(before)
})

test('and on a slow computer, where every look takes more than an act is worth', async () => {
  const { looks } = watch(12)
  await storm(10_000)
  for (let press = 0; press < 5; press++) {
    const before = looks()
    document.body.dispatchEvent(new Event('click', { bubbles: true }))
    await storm(2 * LOOK_INTERVAL_MS)
    expect(looks()).toBeGreaterThan(before)
    await storm(1_000)
  }
})

test('but somebody who types there does not make looks dear', async () => {
  const { looks } = watch(12)
  await storm(10_000)
  const before = looks()
  for (let key = 0; key < 100; key++) {
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }))
    await storm(100)
  }
  // Three ms a key, and what is forgiven twice a second.
  expect((looks() - before) * 12).toBeLessThan(10_000 * 0.045)
})

test('so is a change of what is pointed at', async () => {
  const target = document.body.appendChild(document.createElement('button'))
  const { looks } = watch(3, undefined, {
    concernOf: (changes) =>
      changes.some((change) => change.target === target) ? 'look' : undefined,
  })
  await storm(10_000)
  for (let turn = 0; turn < 5; turn++) {
    const before = looks()
    target.setAttribute('title', `Order ${turn}`)
    await storm(2 * LOOK_INTERVAL_MS)
    expect(looks()).toBeGreaterThan(before)
  }
})

/** A page that never rests and, in it, a change every 10 ms that only a glance is asked for. */
function watchGlances(holds: () => boolean) {
  let glances = 0
  const watched = watch(3, undefined, {
    concernOf: (changes) =>
      changes.some(({ attributeName }) => attributeName === 'title') ? 'glance' : undefined,
    glance() {
      glances += 1
      return holds()
    },
  })
  return { ...watched, glances: () => glances }
}
/** To where a look was just taken and the next has to wait. */
async function untilLooked({ looks }: { looks: () => number }): Promise<void> {
  await storm(10_000)
  const before = looks()
  while (looks() === before) await storm(10)
  // It has told all that a glance would: for some time there is none.
  await storm(900)
}
const ofTarget = () => document.body.setAttribute('title', String(Math.random()))

test('while looks have to wait, a change of what is pointed at is glanced at soon, and not looked at', async () => {
  const watched = watchGlances(() => true)
  const { looks, glances } = watched
  await untilLooked(watched)
  const before = [looks(), glances()]
  ofTarget()
  await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
  expect([looks(), glances()]).toEqual([before[0], (before[1] ?? 0) + 1])
})

test('a glance at something else than was pointed at is followed by a look at once', async () => {
  const watched = watchGlances(() => false)
  const { looks, glances } = watched
  await untilLooked(watched)
  const before = [looks(), glances()]
  ofTarget()
  await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
  expect([looks(), glances()]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
})

test('on a page at rest a look is as soon as a glance, and tells more', async () => {
  const { looks, glances, settle } = watchGlances(() => true)
  await settle()
  ofTarget()
  await settle()
  expect([looks(), glances()]).toEqual([2, 0])
})

test('glances are rare, however often what is pointed at changes', async () => {
  const { glances } = watchGlances(() => true)
  const ticking = setInterval(ofTarget, 10)
  await storm(20_000)
  clearInterval(ticking)
  expect(glances()).toBeGreaterThan(0)
  expect(glances()).toBeLessThanOrEqual(20_000 / LOOK_INTERVAL_MS)
})

test('what a look has to read first is read in slices that leave the page its turn, then it looks', async () => {
  let left = 5
  const seen: number[] = []
  const { looks } = watch(0, undefined, {
    readAhead: () => --left <= 0,
  })
  document.body.append('a')
  const turns = setInterval(() => seen.push(looks()), 1)
  await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
  clearInterval(turns)
  expect(left).toBe(0)
  expect(looks()).toBe(1)
  expect(seen).toContain(0)
})

test('a page that changes faster than it can be read is looked at all the same', async () => {
  const { looks, settle } = watch(0, undefined, { readAhead: () => false })
  await settle()
  expect(looks()).toBe(1)
})

test('what a step waits for is looked at without waiting for a frame, though looks have taken all that they may', async () => {
  const frames = vi.spyOn(window, 'requestAnimationFrame')
  let isAwaited = false
  const { looks, settle } = watch(45, undefined, {
    concernOf: () => (isAwaited ? 'look' : undefined),
  })
  await settle()
  document.body.append('a')
  await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
  const before = looks()
  frames.mockClear()
  isAwaited = true
  document.body.append('b')
  await vi.advanceTimersByTimeAsync(1)
  expect(looks()).toBe(before + 1)
  expect(frames).not.toHaveBeenCalled()
})
