import { expect, test } from 'vitest'
import type { Sighting } from '../../probe/sighting.ts'
import { wardPack } from '../testing/sample-pack.ts'
import { repairLines } from './repairs.ts'
import { summaryLines, visitLines } from './report.ts'
import { exitCode, type Visit } from './verdict.ts'

const sighting = (id: string, more: Partial<Sighting> = {}): Sighting => ({
  id,
  state: 'found',
  lost: [],
  candidates: 1,
  repairs: [],
  ...more,
})
const reached = (...sightings: Sighting[]): Visit => ({
  screen: 'chart',
  example: '/chart',
  reached: true,
  sightings,
})
const form: Visit = { screen: 'form', example: '/chart', reached: false, because: 'form' }
const away: Visit = { screen: 'chart', reached: false, because: 'other-screen', shows: 'sign-in' }
const anchor = { role: 'button', name: ['Open it', '\u001b[31mred'] } as const
const repaired = (state: Sighting['state']) =>
  sighting('open', {
    state,
    repairs: [{ ok: true, anchor: { ...anchor, name: [...anchor.name] }, kept: ['words'] }],
  })

test('each target is a line', () => {
  const moved = sighting('more', {
    state: 'moved',
    lost: [{ piece: 'within', of: 'Allergies' }, { piece: 'path' }],
  })
  const twice = sighting('save', { state: 'ambiguous', candidates: 2 })
  const gone = sighting('field', { state: 'missing' })
  const visit = reached(sighting('open'), moved, twice, gone)
  expect(visitLines(visit)).toEqual([
    'chart  /chart',
    '  found      open',
    '  moved      more: no longer holds: within ‘Allergies’, path',
    '  ambiguous  save: 2 fit alike',
    '  missing    field',
  ])
  expect(summaryLines(wardPack(), [visit, form])).toEqual([
    'targets: 1 found, 1 moved, 1 ambiguous, 1 missing; screens: 1 reached, 1 not',
    'not looked for: banner, unused',
  ])
})

test('a screen that was not reached is no list of missing targets', () => {
  expect(visitLines(away)).toEqual(["chart: not reached: the page shows 'sign-in'"])
})

test.each<[string, Visit[], number]>([
  ['all found', [reached(sighting('a'))], 0],
  ['all found, and a form that nobody asked for', [reached(sighting('a')), form], 0],
  ['moved', [reached(sighting('a', { state: 'moved' }))], 1],
  ['missing', [reached(sighting('a', { state: 'missing' }))], 1],
  ['a screen that shows another', [reached(sighting('a')), away], 1],
  ['no screen at all', [away, form], 2],
])('%s', (_, visits, code) => {
  expect(exitCode(visits)).toBe(code)
})

test('a repaired recipe stands once, with its screens, and can’t drive a terminal', () => {
  const elsewhere = { ...reached(repaired('missing')), screen: 'form' }
  const lines = repairLines(wardPack(), [reached(repaired('missing')), elsewhere])
  expect(lines.slice(2)).toEqual([
    '',
    '# missing on chart, form; told by words of its name',
    '- id: open',
    '  label: open',
    '  anchor:',
    '    role: button',
    '    name:',
    '      - Open it',
    `      - "${'\\e'}[31mred"`,
  ])
})

test('why there is no recipe is said; where all is found, nothing', () => {
  const refused = sighting('open', {
    state: 'ambiguous',
    repairs: [{ ok: false, message: 'Why.' }],
  })
  expect(repairLines(wardPack(), [reached(refused)])).toContain('# open: no recipe: Why.')
  expect(repairLines(wardPack(), [reached(sighting('open'))])).toEqual([])
})
