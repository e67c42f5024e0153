import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPaint } from './after-paint.ts'

const frames = new Map<number, FrameRequestCallback>()
let last = 0
function nextFrame(): void {
  const due = [...frames.values()]
  frames.clear()
  for (const act of due) act(0)
}
beforeEach(() => {
  frames.clear()
  vi.stubGlobal('requestAnimationFrame', (act: FrameRequestCallback) => {
    last += 1
    frames.set(last, act)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
})
afterEach(() => vi.unstubAllGlobals())

test('the frame that paints it has to have passed', () => {
  let calls = 0
  const callOff = afterPaint(() => {
    calls += 1
  })
  nextFrame()
  expect(calls).toBe(0)
  nextFrame()
  nextFrame()
  expect([calls, callOff()]).toEqual([1, false])
})

test.each([0, 1])('called off after %i frames, it is never called', (passed) => {
  let calls = 0
  const callOff = afterPaint(() => {
    calls += 1
  })
  for (let frame = 0; frame < passed; frame++) nextFrame()
  expect(callOff()).toBe(true)
  nextFrame()
  nextFrame()
  expect(calls).toBe(0)
})
