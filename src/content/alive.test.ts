import { expect, test } from 'vitest'
import { createAliveWatch } from './alive.ts'

test('what the extension has left behind stops by itself, once', () => {
  let isAlive = true
  let beats: (() => void)[] = []
  const gone: string[] = []
  createAliveWatch({
    isAlive: () => isAlive,
    every(_ms, act) {
      beats.push(act)
      return () => {
        beats = beats.filter((one) => one !== act)
      }
    },
    onGone: () => gone.push('gone'),
  })
  const beat = () => {
    for (const act of beats) act()
  }
  beat()
  expect(gone).toEqual([])
  isAlive = false
  beat()
  beat()
  expect([gone, beats]).toEqual([['gone'], []])
})
