import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Marks } from '../vocabulary/mark.ts'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import { createVisitBudget } from '../walkthroughs/interruptions.ts'
import type { Prompt } from '../walkthroughs/prompts.ts'
import { createAnnouncements } from './announcements.ts'
import type { Sight } from './lookout.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'
import { createPrompts } from './prompts.ts'

const now = { from: '2026-11-01', until: '2026-11-30', text: 'Words' }
const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'app', name: 'Sample', sites: ['https://ehr.test/*'] },
  screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
  announcements: [
    { id: 'news', title: 'News', ...now },
    { id: 'more', title: 'More', screens: ['list'], ...now },
    { id: 'over', title: 'Over', ...now, until: '2026-11-23' },
    { id: 'soon', title: 'Soon', ...now, from: '2026-11-25' },
  ],
  texts: { fr: { 'announcements.news.title': 'Nouvelles' } },
}
const list: Sight = { of: () => ({ screen: { id: 'list' } }) } as unknown as Sight
const unknown: Sight = { of: () => ({ screen: undefined }) } as unknown as Sight

function setup({
  marks = {},
  more = [],
  grants = true,
  locale = 'en',
}: {
  marks?: Marks
  more?: NonNullable<PackSource['announcements']>
  grants?: boolean
  locale?: string
} = {}) {
  const pack = v.parse(packSchema, {
    ...source,
    announcements: [...(source.announcements ?? []), ...more],
  })
  const asked: string[] = []
  const visit = createVisitBudget(async ({ id }: Prompt) => {
    asked.push(id)
    return grants
  })
  const words = createPackWords([pack], locale)
  const personal = createPersonal(marks, () => undefined)
  const announcements = createAnnouncements({
    packs: [pack],
    words,
    personal,
    today: () => '2026-11-24',
  })
  const prompts = createPrompts({
    packs: [pack],
    words,
    personal,
    visit,
    quietHours: [],
    now: () => ({ day: '2026-11-24', minute: 600 }),
    onAnswer: () => undefined,
  })
  /** Looks, lets the worker answer, and looks again. */
  const card = async (sight = list, isBusy = false, isTyping = false) => {
    prompts.view(sight, isBusy, isTyping)
    await Promise.resolve().then(() => new Promise((resolve) => setTimeout(resolve)))
    return prompts.view(sight, isBusy, isTyping)?.id
  }
  return { announcements, prompts, asked, card }
}

test('the panel lists what is in force today, put away or not, in the person’s language', () => {
  const { announcements } = setup({ marks: { 'sample/announcements/news': 1 }, locale: 'fr' })
  expect(announcements.news(list).map(({ title }) => title)).toEqual(['Nouvelles', 'More'])
})

test('one comes up as a card, and no second one after it', async () => {
  const { announcements, asked, card } = setup()
  expect(await card()).toBe('news')
  announcements.gotIt('sample', 'news')
  expect(await card()).toBeUndefined()
  expect(asked).toEqual(['news'])
})

test('what was put away, and what the budget refuses, does not come up', async () => {
  expect(await setup({ marks: { 'sample/announcements/news': 1 } }).card()).toBe('more')
  expect(await setup({ grants: false }).card()).toBeUndefined()
})

test('nothing comes up while anything goes on, somebody types, or the screen is unknown', async () => {
  const { asked, card } = setup()
  expect(await card(list, true)).toBeUndefined()
  expect(await card(list, false, true)).toBeUndefined()
  expect(await card(unknown)).toBeUndefined()
  expect(asked).toEqual([])
})

test('what is up stays while somebody types', async () => {
  const { card } = setup()
  await card()
  expect(await card(list, false, true)).toBe('news')
})

test('safety comes first, and after another one', async () => {
  const recall = { id: 'recall', title: 'Recall', safety: true, ...now }
  const { announcements, card } = setup({ more: [recall, { ...recall, id: 'second' }] })
  expect(await card()).toBe('recall')
  announcements.gotIt('sample', 'recall')
  expect(await card()).toBe('second')
})

test('what is offered and declined stays away for this visit', async () => {
  const { prompts, asked, card } = setup({ marks: { 'sample/announcements/news': 1 } })
  expect(await card()).toBe('more')
  prompts.putAside('sample', 'announcements', 'more')
  expect(await card()).toBeUndefined()
  expect(asked).toEqual(['more'])
})
