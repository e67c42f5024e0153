// @vitest-environment jsdom

import { expect, test } from 'vitest'
import type { GuideView } from '../overlay/guide.ts'
import { calmView } from '../overlay/testing/calm-view.ts'
import { createQuiet } from './quiet.ts'

const hint = (kind: 'tip' | 'beacon') => ({
  pack: 'p',
  id: kind,
  kind,
  title: undefined,
  text: 'Words',
  label: 'Field',
  target: document.body,
})
const waiting = {
  title: 'Task',
  index: 2,
  total: 3,
  reason: 'target',
  screenTitle: undefined,
} as const
const view = (more: Partial<GuideView> = {}): GuideView => ({ ...calmView, ...more })
const news = {
  pack: 'p',
  list: 'announcements',
  id: 'n',
  title: 'News',
  text: 'New',
  isSafety: false,
} as const
const CARDS: [string, Partial<GuideView>][] = [
  ['a waiting bar', { waiting }],
  ['a paused record', { recordPause: { title: 'Task', record: 'other' } }],
  ['what is completed', { completed: 'Task' }],
  ['an announcement', { prompt: news }],
  ['a tip', { hints: [hint('tip')] }],
]
const calm = { isTyping: false, isSigning: false }

test.each(CARDS)(
  '%s does not come up while somebody types, and comes at the pause',
  (_name, card) => {
    const keepBack = createQuiet()
    keepBack(view(), calm)
    expect(keepBack(view(card), { ...calm, isTyping: true })).toEqual(view())
    expect(keepBack(view(card), calm)).toEqual(view(card))
  },
)

test.each(CARDS)(
  '%s that is up stays while somebody types, and goes while somebody signs',
  (_name, card) => {
    const keepBack = createQuiet()
    keepBack(view(card), calm)
    expect(keepBack(view(card), { ...calm, isTyping: true })).toEqual(view(card))
    expect(keepBack(view(card), { ...calm, isSigning: true })).toEqual(view())
  },
)

test('another step’s card is another card', () => {
  const keepBack = createQuiet()
  keepBack(view({ waiting }), calm)
  const next = view({ waiting: { ...waiting, index: 3 } })
  expect(keepBack(next, { ...calm, isTyping: true }).waiting).toBeUndefined()
})

test('a beacon is no card: it may come while somebody types', () => {
  const keepBack = createQuiet()
  const beacon = view({ hints: [hint('beacon')] })
  expect(keepBack(beacon, { ...calm, isTyping: true })).toEqual(beacon)
  expect(keepBack(beacon, { ...calm, isSigning: true }).hints).toEqual([])
})
