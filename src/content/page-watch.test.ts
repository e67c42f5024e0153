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

function watch(lookMs = 0, roots: () => readonly Root[] = () => [document]) {
  let looks = 0
  const guard = createGuard((error) => {
    throw error
  })
  const onChange = () => {
    looks += 1
    vi.setSystemTime(Date.now() + lookMs)
    return roots()
  }
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now())
  createPageWatch(
    window as Window & typeof globalThis,
    () => undefined,
    onChange,
    guard,
    ending.signal,
  )
  const settle = () => vi.advanceTimersByTimeAsync(10 * LOOK_INTERVAL_MS)
  return { looks: () => looks, settle }
}

test('nothing changes: one look', async () => {
  const { looks, settle } = watch()
  await settle()
  expect(looks()).toBe(1)
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
