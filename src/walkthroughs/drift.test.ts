import { expect, test } from 'vitest'
import { isElsewhere } from './drift.ts'
import type { Facts } from './facts.ts'
import { step, walkthrough } from './testing/walkthrough.ts'

const page = (screen: string | undefined, ...found: string[]): Facts => ({
  screen,
  presence: (target) => (found.includes(target) ? 'found' : 'missing'),
  isEnabled: () => true,
})

const fill = step('fill', { screen: 'form', target: 'field' })
const open = step('open', { target: 'opener', advance: { on: 'screen', screen: 'form' } })
const sign = step('sign', { doneWhen: [{ screen: 'signed' }] })
const task = walkthrough(open, fill, sign)

test.each([
  ['on its own screen', 'form', false],
  ['on one where the walkthrough begins', 'home', false],
  ['on one that a step leads to', 'signed', false],
  ['on another', 'inbox', true],
  ['on one that nobody knows, such as a page that loads', undefined, true],
])('a step that waits %s', (_where, screen, result) => {
  expect(isElsewhere(task, fill, page(screen))).toBe(result)
})

test('a step without a screen has its place wherever its target is found', () => {
  expect(isElsewhere(task, open, page('inbox', 'opener'))).toBe(false)
  expect(isElsewhere(task, open, page('inbox'))).toBe(true)
})
