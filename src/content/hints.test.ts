// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import type { Mark, Marks } from '../vocabulary/mark.ts'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { focusedField } from './focus.ts'
import { createHints } from './hints.ts'
import { createLookout } from './lookout.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const on = { screen: 'form', text: 'Words' }
const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'app', name: 'Sample', sites: ['https://ehr.test/*'] },
  screens: [
    { id: 'form', title: 'Form', when: { url: ['/form'] } },
    { id: 'list', title: 'List', when: { url: ['/list'] } },
  ],
  targets: [
    { id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } },
    { id: 'dose', label: 'Dose', anchor: { role: 'textbox', name: ['Dose'] } },
  ],
  hints: [
    { id: 'saving', target: 'save', kind: 'beacon', version: 2, ...on },
    { id: 'dosing', target: 'dose', kind: 'tip', title: 'How much', ...on },
  ],
  texts: { fr: { 'hints.saving.text': 'Mots', 'targets.save.label': 'Enregistrer' } },
}
const pack = v.parse(packSchema, source)
const FORM = '<button>Save</button><input aria-label="Dose"><input aria-label="Route">'

function setup({ marks = {}, locale = 'en' }: { marks?: Marks; locale?: string } = {}) {
  const kept: Mark[] = []
  const emitted: Omit<Signal, 'uid'>[] = []
  const timers = new Set<() => void>()
  const hints = createHints({
    packs: [pack],
    words: createPackWords([pack], locale),
    personal: createPersonal(marks, (mark) => kept.push(mark)),
    emit: (signal) => emitted.push(signal),
    after(_ms, act) {
      timers.add(act)
      return () => timers.delete(act)
    },
  })
  const look = createLookout(document, [pack], () => undefined)
  const sightOf = (path: string, html: string) => {
    document.body.innerHTML = html
    return look(new URL(path, 'https://ehr.test'))
  }
  const ids = (...args: Parameters<typeof hints.view>) => hints.view(...args).map(({ id }) => id)
  const pass = () => {
    for (const act of timers) act()
    timers.clear()
  }
  return { hints, kept, emitted, pass, sightOf, ids }
}

function focus(name: string): Element | undefined {
  document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.focus()
  return focusedField(document)
}

test('a beacon shows on its screen beside its target, in the person’s language', () => {
  const { hints, sightOf, ids } = setup({ locale: 'fr' })
  const sight = sightOf('/form', FORM)
  expect(hints.view(sight, undefined, false)).toEqual([
    {
      pack: 'sample',
      id: 'saving',
      kind: 'beacon',
      title: undefined,
      text: 'Mots',
      label: 'Enregistrer',
      target: document.querySelector('button'),
    },
  ])
  expect(ids(sightOf('/list', FORM), undefined, false)).toEqual([])
})

test('where the target is not there or stands twice, nothing shows', () => {
  const { sightOf, ids } = setup()
  expect(ids(sightOf('/form', ''), undefined, false)).toEqual([])
  const twice = '<button>Save</button><button>Save</button>'
  expect(ids(sightOf('/form', twice), undefined, false)).toEqual([])
})

test('while something else goes on, nothing shows', () => {
  const { sightOf, ids } = setup()
  expect(ids(sightOf('/form', FORM), undefined, true)).toEqual([])
})

test('a tip shows while its own field has the focus', () => {
  const { sightOf, ids } = setup()
  const sight = sightOf('/form', FORM)
  expect(ids(sight, focus('Dose'), false)).toEqual(['saving', 'dosing'])
  expect(ids(sight, focus('Route'), false)).toEqual(['saving'])
})

test('what is put away stays so until it says something new', () => {
  const { hints, kept, sightOf, ids } = setup({ marks: { 'sample/hints/saving': 1 } })
  const sight = sightOf('/form', FORM)
  expect(ids(sight, undefined, false)).toEqual(['saving'])
  hints.putAway('sample', 'saving')
  expect(ids(sight, undefined, false)).toEqual([])
  expect(kept).toEqual([{ pack: 'sample', list: 'hints', id: 'saving', value: 2 }])
})

test('all hints of a screen can be put away and brought back at once', () => {
  const { hints, sightOf, ids } = setup()
  const sight = sightOf('/form', FORM)
  hints.setAll(sight, false)
  expect(ids(sight, focus('Dose'), false)).toEqual([])
  expect(hints.counts(sight)).toEqual({ all: 2, away: 2 })
  hints.setAll(sight, true)
  expect(ids(sight, focus('Dose'), false)).toEqual(['saving', 'dosing'])
})

test('a beacon’s target that stays away is told of once; one that comes is not', () => {
  const { hints, emitted, pass, sightOf } = setup()
  hints.view(sightOf('/form', ''), undefined, false)
  hints.view(sightOf('/form', FORM), undefined, false)
  pass()
  expect(emitted).toEqual([])
  hints.view(sightOf('/form', ''), undefined, false)
  pass()
  hints.view(sightOf('/form', ''), undefined, false)
  pass()
  expect(emitted).toEqual([{ kind: 'target-missing', app: 'app', screen: 'form', target: 'save' }])
})

test('a hint that was put away waits for nothing', () => {
  const { hints, emitted, pass, sightOf } = setup({ marks: { 'sample/hints/saving': 2 } })
  hints.view(sightOf('/form', ''), undefined, false)
  pass()
  expect(emitted).toEqual([])
})
