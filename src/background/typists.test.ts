import { expect, test } from 'vitest'
import { createTypists } from './typists.ts'

function setup() {
  const changed: number[] = []
  const typists = createTypists((tabId) => changed.push(tabId))
  function open(tabId: number, frameId: number) {
    const ends: (() => void)[] = []
    const remove = typists.add(tabId, {
      sender: { frameId },
      onDisconnect: { addListener: (end) => ends.push(end) },
    })
    const close = () => {
      for (const end of ends) end()
    }
    return { close, remove }
  }
  return { typists, changed, open }
}

test('who types in one frame types elsewhere for every other frame of the tab', () => {
  const { typists, changed, open } = setup()
  const frame = open(7, 3)
  expect([0, 3, 4].map((id) => typists.isElsewhere(7, id))).toEqual([true, false, true])
  expect(typists.isElsewhere(8, 0)).toBe(false)
  frame.close()
  expect([typists.isElsewhere(7, 0), changed]).toEqual([false, [7, 7]])
})

test('a port that is not taken after all is told of once', () => {
  const { typists, changed, open } = setup()
  const frame = open(7, 3)
  frame.remove()
  frame.close()
  expect([typists.isElsewhere(7, 0), changed]).toEqual([false, [7, 7]])
})
