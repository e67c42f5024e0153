// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterFrame } from './after-frame.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const page = window as Window & typeof globalThis

test('it is called once, after the frame', () => {
  const act = vi.fn()
  const order: string[] = []
  afterFrame(page, () => {
    act()
    order.push('act')
  })
  requestAnimationFrame(() => order.push('another callback of the frame'))
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledTimes(1)
  expect(order).toEqual(['another callback of the frame', 'act'])
})

test('a page that is hidden draws no frame: it is called all the same', () => {
  vi.spyOn(page, 'requestAnimationFrame').mockReturnValue(0)
  const act = vi.fn()
  afterFrame(page, act)
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledTimes(1)
})

test('it is called off', () => {
  const act = vi.fn()
  afterFrame(page, act)()
  vi.advanceTimersByTime(1_000)
  expect(act).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})
