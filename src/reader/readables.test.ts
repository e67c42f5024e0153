import * as v from 'valibot'
import { expect, test } from 'vitest'
import { packSchema } from '../vocabulary/pack.ts'
import { toBase64 } from '../vocabulary/signature.ts'
import { pngHead } from '../vocabulary/testing/heads.ts'
import { readablesOf } from './readables.ts'

const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'app', name: 'Sample', sites: ['https://ehr.test/*'] },
  links: ['wiki.test'],
  screens: [
    { id: 'list', title: 'List', when: { url: ['/list'] } },
    { id: 'form', title: 'Form', when: { url: ['/form'] } },
  ],
  pictures: [
    { id: 'form', image: `data:image/png;base64,${toBase64(pngHead())}`, alt: 'The form' },
  ],
  walkthroughs: [
    {
      id: 'task',
      title: 'A task',
      summary: 'Short',
      screens: ['list'],
      owner: 'IT',
      reviewBy: '2027-01-01',
      steps: [
        { id: 'open', screen: 'list', text: 'Open.', advance: { on: 'next' } },
        { id: 'look', screen: 'list', text: '[a](https://evil.test/)', advance: { on: 'next' } },
        { id: 'fill', screen: 'form', text: 'Fill.', picture: 'form', advance: { on: 'next' } },
        { id: 'end', text: '[b](https://wiki.test/)', advance: { on: 'next' } },
      ],
    },
  ],
  texts: { fr: { 'walkthroughs.task.title': 'Une tâche', 'pictures.form.alt': 'Le formulaire' } },
})

test('a walkthrough reads in order, names each screen it comes to, and has its pictures', () => {
  const [task] = readablesOf([pack], 'fr')
  expect(task).toMatchObject({ pack: 'sample', title: 'Une tâche', summary: 'Short' })
  expect(task?.steps.map(({ screenTitle }) => screenTitle)).toEqual([
    'List',
    undefined,
    'Form',
    undefined,
  ])
  expect(task?.steps[2]?.picture).toEqual({ pack: 'sample', id: 'form', alt: 'Le formulaire' })
})

test('what a walkthrough goes through stands in its place, with its own words', () => {
  const [sample] = pack.walkthroughs
  const end = { id: 'end', text: 'Own end.', advance: { on: 'next' } }
  const steps = [{ id: 'first', walkthrough: 'task' }, end]
  const whole = v.parse(packSchema, {
    ...pack,
    walkthroughs: [sample, { ...sample, id: 'whole', title: 'Whole', steps }],
    texts: { fr: { 'walkthroughs.task.steps.fill.text': 'Remplissez.' } },
  })
  const [, read] = readablesOf([whole], 'fr')
  expect(read?.steps.map(({ id }) => id)).toEqual([
    'first.open',
    'first.look',
    'first.fill',
    'first.end',
    'end',
  ])
  expect(read?.steps[2]?.text).toBe('Remplissez.')
})

test('it leads nowhere but to the pack’s own hosts', () => {
  const [task] = readablesOf([pack], 'en')
  expect(task?.steps[1]?.text).not.toContain('evil.test')
  expect(task?.steps[3]?.text).toBe('[b](https://wiki.test/)')
})
