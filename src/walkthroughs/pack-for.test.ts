import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import { packFor } from './pack-for.ts'

const step = { id: 'one', text: 'x', advance: { on: 'next' } } as const
const walk = { title: 'W', summary: '', screens: ['list'], owner: 'IT', reviewBy: '2027-01-01' }
const forNurses = { audience: { roles: ['nurse'] } }
const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'ward',
  version: 1,
  app: { id: 'app', name: 'App', sites: ['https://ehr.test/*'] },
  screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
  targets: [{ id: 'save', label: 'Save', anchor: { name: ['Save'] } }],
  walkthroughs: [
    { id: 'all', ...walk, steps: [step] },
    { id: 'nurses', ...walk, steps: [step], ...forNurses },
  ],
  hints: [
    { id: 'all', screen: 'list', target: 'save', kind: 'beacon', text: 'x' },
    { id: 'nurses', screen: 'list', target: 'save', kind: 'beacon', text: 'x', ...forNurses },
    {
      ...{ id: 'done', screen: 'list', target: 'save', kind: 'beacon', text: 'x' },
      audience: { completed: ['all'] },
    },
  ],
  checklists: [
    { id: 'mixed', title: 'M', items: [item('all'), item('nurses')] },
    { id: 'nurses', title: 'N', items: [item('nurses')] },
  ],
  announcements: [
    { id: 'a', title: 'A', text: 'x', from: '2026-01-01', until: '2026-12-31', ...forNurses },
  ],
}
function item(walkthrough: string) {
  return { id: walkthrough, text: 'x', walkthrough }
}
const pack = v.parse(packSchema, source)
const physician = { roles: ['physician'], language: 'en' }
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

test('what is for others is gone, with what would ask for it', () => {
  const theirs = packFor(pack, physician)
  expect(ids(theirs.walkthroughs)).toEqual(['all'])
  expect(ids(theirs.checklists)).toEqual(['mixed'])
  expect(ids(theirs.checklists[0]?.items ?? [])).toEqual(['all'])
  expect(ids(theirs.announcements)).toEqual([])
})
test('experience is left to the page', () => {
  expect(ids(packFor(pack, physician).hints)).toEqual(['all', 'done'])
})
test('nobody loses a walkthrough in the middle of it', () => {
  expect(ids(packFor(pack, physician, 'nurses').walkthroughs)).toEqual(['all', 'nurses'])
})
test('who is in every audience gets all of it', () => {
  expect(packFor(pack, { ...physician, roles: ['nurse'] })).toEqual(pack)
})
