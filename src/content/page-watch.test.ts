// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Root } from '../anchors/dom.ts'
import { createGuard } from './guard.ts'
import { createPageWatch, LOOK_INTERVAL_MS } from './page-watch.ts'

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

function watch(lookMs = 0, roots: () => readonly Root[] = () => [document], own?: Element) {
  let looks = 0
  let delays = 0
  const guard = createGuard((error) => {
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
    onDelay() {
      delays += 1
    },
    guard,
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
  const { looks, settle } = watch(0, draw, host)
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
  await vi.advanceTimersByTimeAsync(6_000)
  clearInterval(ticking)
  const spent = looks() * 120
  // A look moves the clock, but no timer.
  expect(spent / (6_000 + spent)).toBeLessThan(0.25)
  expect(looks()).toBeGreaterThan(3)
})
