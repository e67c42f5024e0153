import { expect, test } from 'vitest'
import { createGuard, isContextGone } from './guard.ts'

function setup() {
  const faults: unknown[] = []
  const acts: string[] = []
  const extension = { isAlive: true }
  const { guard, guardOften } = createGuard(
    (fault) => faults.push(fault),
    () => {
      if (!extension.isAlive) throw new Error('Extension context invalidated.')
    },
  )
  return {
    faults,
    acts,
    extension,
    guard,
    guardOften,
    act: guard((name: string) => acts.push(name)),
  }
}

test('the first fault ends all that runs through it, and is told once', () => {
  const { faults, acts, guard, act } = setup()
  const fault = new Error('x')
  const faulty = guard(() => {
    throw fault
  })
  act('before')
  faulty()
  faulty()
  act('after')
  expect(acts).toEqual(['before'])
  expect(faults).toEqual([fault])
})

test('what the extension has left behind on a page does nothing more, and says so once', () => {
  const { faults, acts, extension, act } = setup()
  act('before')
  extension.isAlive = false
  act('after')
  act('later')
  expect(acts).toEqual(['before'])
  expect(faults.map(isContextGone)).toEqual([true])
})

test('what runs often does not ask for the extension, and ends with the rest', () => {
  const { faults, acts, extension, act, guardOften } = setup()
  const often = guardOften(() => acts.push('often'))
  extension.isAlive = false
  often()
  act('after')
  often()
  expect(acts).toEqual(['often'])
  expect(faults).toHaveLength(1)
})
