import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Mark, Marks } from '../vocabulary/mark.ts'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import { createChecklists } from './checklists.ts'
import type { Sight } from './lookout.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'

const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'app', name: 'Sample', sites: ['https://ehr.test/*'] },
  screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
  checklists: [
    {
      id: 'week',
      title: 'First week',
      items: [
        { id: 'see', text: 'See the list', screen: 'list' },
        { id: 'do', text: 'Do the task', walkthrough: 'task' },
      ],
    },
  ],
  texts: { fr: { 'checklists.week.title': 'Semaine', 'checklists.week.items.do.text': 'Faire' } },
}
const pack = v.parse(packSchema, source)
const sightOf = (screen: string | undefined): Sight =>
  ({ of: () => ({ screen: screen && { id: screen } }) }) as unknown as Sight

function setup(marks: Marks = {}, locale = 'en') {
  const kept: Mark[] = []
  const personal = createPersonal(marks, (mark) => kept.push(mark))
  const checklists = createChecklists([pack], createPackWords([pack], locale), personal)
  const done = () =>
    checklists
      .view()
      .flatMap(({ items }) => items.flatMap(({ id, isDone }) => (isDone ? [id] : [])))
  return { checklists, kept, done }
}

test('an item is ticked once its screen was reached, and kept once', () => {
  const { checklists, kept, done } = setup()
  checklists.look(sightOf(undefined))
  expect(done()).toEqual([])
  checklists.look(sightOf('list'))
  checklists.look(sightOf('list'))
  checklists.look(sightOf(undefined))
  expect(done()).toEqual(['see'])
  expect(kept).toEqual([{ pack: 'sample', list: 'checklists', id: 'week', item: 'see', value: 1 }])
})

test('an item is ticked once its walkthrough was completed', () => {
  const { checklists, done } = setup({ 'sample/checklists/week/see': 1 })
  checklists.completed(pack, 'other')
  expect(done()).toEqual(['see'])
  checklists.completed(pack, 'task')
  expect(done()).toEqual(['see', 'do'])
})

test('a checklist can be hidden and shown again, with its progress', () => {
  const { checklists, done } = setup({ 'sample/checklists/week/see': 1 })
  checklists.hide('sample', 'week', true)
  expect(checklists.view()).toMatchObject([{ isHidden: true }])
  checklists.hide('sample', 'week', false)
  expect(checklists.view()).toMatchObject([{ isHidden: false }])
  expect(done()).toEqual(['see'])
})

test('it speaks the person’s language', () => {
  const [view] = setup({}, 'fr').checklists.view()
  expect([view?.title, ...(view?.items.map(({ text }) => text) ?? [])]).toEqual([
    'Semaine',
    'See the list',
    'Faire',
  ])
})
