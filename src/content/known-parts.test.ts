// @vitest-environment happy-dom
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Mark } from '../vocabulary/mark.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { createGuide } from './guide.ts'
import { createKnownParts } from './known-parts.ts'
import type { Sight } from './lookout.ts'
import { createPersonal } from './personal.ts'

const next = { advance: { on: 'next' }, text: 'x' } as const
const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'ward',
  version: 1,
  app: { id: 'app', name: 'App', sites: ['https://ehr.test/*'] },
  targets: [{ id: 'field', label: 'Field', anchor: { name: ['Field'] } }],
  screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
  walkthroughs: [
    {
      ...{ id: 'task', title: 'Task', summary: '', screens: ['list'] },
      ...{ owner: 'IT', reviewBy: '2027-01-01' },
      steps: [
        { id: 'first', ...next, section: 'open' },
        { id: 'second', ...next, section: 'open' },
        {
          ...{ id: 'check', text: 'x', section: 'open', locked: true, target: 'field' },
          advance: { on: 'input' },
        },
        { id: 'write', ...next },
        { id: 'end', ...next, section: 'close' },
      ],
    },
  ],
})
const seen = {
  pack,
  screen: pack.screens[0],
  find: () => ({ state: 'found', element: document.body }),
  facts: { screen: 'list', presence: () => 'found', isEnabled: () => true },
}
const sight = {
  here: { ...seen, pack },
  of: () => seen,
  roots: [],
  modals: () => [],
} as unknown as Sight

function setup(marks = {}) {
  const kept: Mark[] = []
  const personal = createPersonal(marks, (mark) => kept.push(mark))
  const known = createKnownParts(personal)
  const ended: string[] = []
  const guide = createGuide({
    packs: [pack],
    locale: 'en',
    telemetry: true,
    resumed: undefined,
    record: {},
    known,
    keep: () => undefined,
    emit: ({ step, outcome }) => {
      if (step && outcome !== 'shown') ended.push(`${step} ${outcome}`)
    },
    after: () => () => undefined,
  })
  guide.look(sight)
  return { guide, kept, ended, personal, step: () => guide.view().callout }
}

test('who knows a part goes on after it, and a locked step of it stays with its reason', () => {
  const { guide, kept, ended, step } = setup()
  guide.start('ward', 'task')
  expect(step()).toMatchObject({ step: 'first', canBeKnown: true, total: 5 })
  guide.knowPart()
  expect(step()).toMatchObject({ step: 'check', canBeKnown: false, isRequired: true, total: 3 })
  expect(ended).toEqual(['first skipped'])
  expect(kept).toEqual([{ pack: 'ward', list: 'known', id: 'task', item: 'open', value: 1 }])
  guide.knowPart()
  expect(step()?.step).toBe('check')
})

test('the next time its steps are left out from the start', () => {
  const { guide, step } = setup({ 'ward/known/task/open': 1 })
  guide.start('ward', 'task')
  expect(step()).toMatchObject({ step: 'check', index: 1, total: 3 })
})

test('a last part that is known ends the walkthrough as completed', () => {
  const { guide, ended } = setup({ 'ward/known/task/open': 1 })
  guide.start('ward', 'task')
  guide.act({ type: 'input', target: 'field' })
  guide.act({ type: 'next' })
  expect(guide.view().callout?.step).toBe('end')
  guide.knowPart()
  expect(guide.view()).toMatchObject({ callout: undefined, completed: 'Task' })
  expect(ended).toEqual(['check done', 'write done', 'end skipped'])
})

test('what becomes known in another tab does not take the step under way', () => {
  const { guide, personal, step } = setup()
  guide.start('ward', 'task')
  guide.act({ type: 'next' })
  personal.take({ 'ward/known/task/open': 1 })
  expect(step()?.step).toBe('second')
  guide.act({ type: 'next' })
  expect(step()?.step).toBe('check')
})
