import { expect, test } from 'vitest'
import { createSides } from './sides.ts'

function setup() {
  const changed: number[] = []
  const sides = createSides((tabId) => changed.push(tabId))
  const open = (name: string) => {
    const ends: (() => void)[] = []
    const isSide = sides.add({ name, onDisconnect: { addListener: (end) => ends.push(end) } })
    return { isSide, close: () => ends.map((end) => end()) }
  }
  return { sides, changed, open }
}

test('a tab is followed while a panel is open for it, and its pages are told of both ends', () => {
  const { sides, changed, open } = setup()
  const panel = open('side:7')
  expect([panel.isSide, sides.has(7), sides.has(8)]).toEqual([true, true, false])
  panel.close()
  expect([sides.has(7), changed]).toEqual([false, [7, 7]])
})

test('of two panels the last one ends it', () => {
  const { sides, open } = setup()
  const [first, second] = [open('side:7'), open('side:7')]
  first.close()
  expect(sides.has(7)).toBe(true)
  second.close()
  expect(sides.has(7)).toBe(false)
})

test.each(['hold', 'side:', 'side:x', 'side:7 ', 'side:99999999999'])(
  'the port %s is of no panel',
  (name) => {
    const { changed, open } = setup()
    expect([open(name).isSide, changed]).toEqual([false, []])
  },
)
