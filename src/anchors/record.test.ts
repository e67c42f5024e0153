// @vitest-environment jsdom
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { anchorSchema } from '../vocabulary/evidence.ts'
import { openRoots } from './dom.ts'
import { findAnchor } from './find.ts'
import { recordAnchor } from './record.ts'

withLayout()
afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
})

/** Records the element marked `data-it`. */
function record(html: string) {
  document.body.innerHTML = html
  const it = document.querySelector('[data-it]')
  if (!it) throw new Error('the fixture marks no element')
  return recordAnchor(it, openRoots(document))
}

function recorded(html: string) {
  const recording = record(html)
  if (!recording.ok) throw new Error(recording.message)
  expect(v.is(anchorSchema, recording.anchor)).toBe(true)
  expect(recording.finding.element).toBe(document.querySelector('[data-it]'))
  return recording
}

const refused = (html: string) => {
  const recording = record(html)
  return recording.ok ? JSON.stringify(recording.anchor) : recording.message
}

const VITALS = `<main aria-label="Chart"><section><div><h2>Vitals</h2>
  <button>See all</button><button data-it id="record-vitals-button">Record vitals</button></div></section></main>`

test('a recipe holds evidence of every kind, and says it in words', () => {
  const { anchor, explanation, finding } = recorded(VITALS)
  expect(anchor).toEqual({
    role: 'button',
    name: ['Record vitals'],
    attributes: { id: 'record-vitals-button' },
    within: [
      { role: 'heading', name: ['Vitals'] },
      { role: 'main', name: ['Chart'] },
    ],
    near: { role: 'button', name: ['See all'] },
    path: 'body > main > section > div > button:2',
    inside: [],
  })
  expect(explanation).toEqual([
    'It is the button named ‘Record vitals’ under the heading ‘Vitals’, in the main part ‘Chart’.',
    'The app itself calls it id “record-vitals-button”.',
    'Beside it stands the button ‘See all’.',
  ])
  expect(finding.confidence).toBe(1)
})

test('the language of the page is kept, without its region', () => {
  document.documentElement.lang = 'pt-BR'
  expect(recorded(VITALS).anchor.lang).toBe('pt')
})

test('a counter is no part of the name', () => {
  expect(recorded('<button data-it>Notifications (3)</button>').anchor.name).toEqual([
    'Notifications',
  ])
})

test.each([
  [':r1:'],
  ['react-aria-:r3:-tab'],
  ['radix-menu'],
  ['downshift-12-toggle-button'],
  ['mui-123'],
  ['ember123'],
  ['field_3f2a9c1b'],
  ['c0ffee42-1234-4abc-9def-001122334455'],
  ['row-7-edit'],
  ['jss-Ab3xY9'],
])('an id that looks generated is left out: %s', (id) => {
  expect(recorded(`<button data-it id="${id}">Record vitals</button>`).anchor.attributes).toBe(
    undefined,
  )
})

test.each([['searchPatientIcon'], ['given-name'], ['birthdate'], ['app:vitals']])(
  'an id that a person wrote is kept: %s',
  (id) => {
    expect(recorded(`<button data-it id="${id}">Go</button>`).anchor.attributes).toEqual({ id })
  },
)

test('an attribute that others have too is left out', () => {
  const html = `<input type="radio" name="gender" aria-label="Male" data-it>
    <input type="radio" name="gender" aria-label="Female">`
  expect(recorded(html).anchor.attributes).toBeUndefined()
})

test('a link is known by the place it leads to, never by a record', () => {
  expect(recorded('<a data-it href="/app/appointments">Open</a>').anchor.attributes).toEqual({
    href: '/app/appointments',
  })
  for (const href of ['/patient/jsmith/chart', '/chart/4711', '/a?mrn=x', 'javascript:void(0)'])
    expect(recorded(`<a data-it href="${href}">Open</a>`).anchor.attributes).toBeUndefined()
})

test.each([
  ['digits of a record', 'MRN 100732'],
  ['a date', 'Seen 12-Mar-1980'],
  ['a short date', '3/4/80'],
  ['an age', 'Wilson, 45 yrs'],
  ['a measure', 'Temperature 37.5'],
  ['a dose', 'Aspirin 81 mg'],
  ['blood pressure', 'BP 120/80'],
  ['an e-mail address', 'jw@hospital.example'],
  ['a person with a title', 'Mrs Wilson'],
  ['surname first', 'WILSON, John'],
  ['a sentence', 'The patient was admitted with fever and a cough after a long journey home'],
])('a name with %s is left out, and that is said', (_, name) => {
  const { anchor, explanation } = recorded(
    `<button data-it data-testid="open-record">${name}</button>`,
  )
  expect(anchor.name).toBeUndefined()
  expect(anchor.attributes).toEqual({ 'data-testid': 'open-record' })
  expect(explanation.join(' ')).toContain('looks like a person’s data')
  expect(JSON.stringify([anchor, explanation])).not.toContain(name)
})

test('where the only name is data and nothing else is known, there is no recipe', () => {
  expect(refused('<button data-it>Wilson 100732</button>')).toContain('looks like a person’s data')
})

test('a text that a field holds is data', () => {
  document.body.innerHTML = '<h2>John Wilson</h2><input id="q"><button id="it">Start visit</button>'
  const field = document.getElementById('q') as HTMLInputElement
  field.value = 'Wilson'
  const it = document.getElementById('it') as HTMLElement
  const recording = recordAnchor(it, openRoots(document))
  expect(JSON.stringify(recording)).not.toContain('Wilson')
  expect(recording.ok && recording.explanation.join(' ')).toContain('looks like data')
})

const TABLE = (
  buttons: string[],
) => `<h2>Orders</h2><table><thead><tr><th>Drug</th><th></th></tr></thead>
  <tbody>${buttons.map((button, at) => `<tr><td>${['Aspirin', 'Paracetamol'][at]}</td><td>${button}</td></tr>`).join('')}
  </tbody></table>`

test('a text of a table’s cell is data wherever it stands', () => {
  const html = `${TABLE(['', ''])}<div><h3>Aspirin</h3><button data-it>Renew order</button></div>`
  expect(JSON.stringify(recorded(html).anchor)).not.toContain('Aspirin')
})

const SEVERITY = (choices: string[]) =>
  `<table><tr><th>Severity</th></tr><tr><td>Severe</td></tr></table><fieldset><legend>Worst</legend>
   ${choices.map((name) => `<label><input type="radio" name="x" ${name === 'Severe' ? 'data-it' : ''}>${name}</label>`).join('')}</fieldset>`

test('a person is no choice of a fixed list, whatever stands beside', () => {
  const seen =
    '<table><tr><th>Name</th></tr><tr><td>John Wilson</td></tr><tr><td>Wilson</td></tr></table>'
  const box = (name: string) => `<input type="checkbox" aria-label="${name}">`
  const row = `<tr><td>Ann</td><td>${box('Add')}</td></tr>`
  const rows = `<table><tr><th>Name</th></tr>${row.repeat(3)}</table>`
  const it = (name: string) => box(name).replace('>', ' data-it>')
  expect(refused(`${seen}${it('John Wilson')}${box('Seen')}${box('Due')}`)).toContain(
    'person’s data',
  )
  expect(refused(`${seen}<div>${it('Wilson')}${rows}</div>`)).toContain('person’s data')
  expect(refused(`${seen}${it('Wilson')}${box('Seen').repeat(4)}`)).toContain('person’s data')
})

test('a choice of a fixed list is the app’s own word, though a record holds it', () => {
  expect(recorded(SEVERITY(['Mild', 'Moderate', 'Severe'])).anchor.name).toEqual(['Severe'])
})

test('of a list that is mostly data a choice is data too', () => {
  const table =
    '<table><tr><th>Name</th></tr><tr><td>Mild</td></tr><tr><td>Moderate</td></tr></table>'
  expect(refused(table + SEVERITY(['Mild', 'Moderate', 'Severe']))).toContain('person’s data')
})

test('what asks is a label, also in a part about the patient', () => {
  const question = (text: string, mark = '') =>
    `<div><div><span class="label">${text}</span></div><div role="tablist"><button role="tab">Yes</button><button role="tab" ${mark}>No</button></div></div>`
  const form = `<section aria-label="Demographics">${question('Patient’s name is known?', 'data-it')}${question('Date of birth known?')}</section>`
  expect(recorded(form).anchor.label).toEqual(['Patient’s name is known?'])
})

test('a link in a row of data is what the row is about', () => {
  expect(refused(TABLE(['<a href="#" data-it>John Wilson</a>']))).toContain('data')
})

test('an Edit of one row of several can’t be told from the others', () => {
  const message = refused(
    TABLE(['<button data-it id="edit-aspirin">Edit</button>', '<button>Edit</button>']),
  )
  expect(message).toContain('It can’t be told from another that looks the same')
  expect(message).not.toContain('spirin')
})

test('headings in the patient’s banner are left out', () => {
  const html = `<div class="patient-banner"><h1>Ada Lovelace</h1><button data-it>Start visit</button></div>`
  expect(JSON.stringify(recorded(html).anchor)).not.toContain('Ada')
})

const CARDS = `<div>
  <section><div><h4>Conditions</h4><button>Add</button></div></section>
  <section><div><h4>Allergies</h4><button data-it>Add</button></div></section>
</div>`

test('look-alikes are told apart by the heading above them', () => {
  const { anchor } = recorded(CARDS)
  expect(anchor.within).toEqual([{ role: 'heading', name: ['Allergies'] }])
  document.querySelector('[data-it]')?.remove()
  expect(findAnchor(openRoots(document), anchor).state).toBe('missing')
})

test('twins in one part are told apart by an id alone, which then has to hold', () => {
  const { anchor, explanation } = recorded(
    '<div><h2>Fees</h2><button>Add</button><button data-it data-testid="add-discount">Add</button></div>',
  )
  expect(anchor.exact).toBe(true)
  expect(explanation.join(' ')).toContain('Others look like it')
  document.querySelector('[data-it]')?.remove()
  expect(findAnchor(openRoots(document), anchor).state).toBe('missing')
})

test('twins without any difference are refused: their place in the page is not enough', () => {
  expect(
    refused('<div><h2>Fees</h2><button>Add</button><button data-it>Add</button></div>'),
  ).toContain('It can’t be told from another')
})

test('an element without name or lasting mark is refused', () => {
  expect(refused('<button data-it class="x1"><svg></svg></button>')).toContain('no name')
})

test('what is not drawn, is Handrail’s own or has left the page is refused', () => {
  expect(refused('<div data-no-size><button data-it>Save</button></div>')).toContain('not drawn')
  document.body.innerHTML = '<div id="own"><button>Next</button></div>'
  const own = document.getElementById('own') as Element
  const next = own.querySelector('button') as Element
  expect(recordAnchor(next, openRoots(document), own).ok).toBe(false)
  own.remove()
  expect(recordAnchor(next, openRoots(document)).ok).toBe(false)
})

test('an element in nested shadow roots is recorded with its hosts', () => {
  document.body.innerHTML = '<x-app></x-app>'
  const outer = document.querySelector('x-app')?.attachShadow({ mode: 'open' }) as ShadowRoot
  outer.innerHTML = '<h2>Vitals</h2><x-card></x-card>'
  const inner = outer.querySelector('x-card')?.attachShadow({ mode: 'open' }) as ShadowRoot
  inner.innerHTML = '<button>Record vitals</button>'
  const it = inner.querySelector('button') as Element
  const recording = recordAnchor(it, openRoots(document))
  expect(recording.ok && recording.anchor.shadow).toEqual(['x-app', 'x-card'])
  expect(recording.ok && recording.anchor.within).toEqual([{ role: 'heading', name: ['Vitals'] }])
  expect(recording.ok && recording.finding.element).toBe(it)
})

test('a heading that bears the name of a row’s subject, which the table links to', () => {
  const table = `<table><thead><tr><th>Name</th><th>Action</th></tr></thead><tbody>
    <tr><td><a href="/p/1">Ephraim Zanzibarton</a></td><td><a href="/v/1">View chart</a></td></tr>
    <tr><td><a href="/p/2">Noor Thimbleby</a></td><td><a href="/v/2">View chart</a></td></tr></tbody></table>`
  const dialog = (title: string) =>
    `${table}<div role="dialog"><h2>${title}</h2><button data-it>Move to clinic</button></div>`
  expect(recorded(dialog('Move Ephraim Zanzibarton')).anchor.within).toBeUndefined()
  expect(recorded(dialog('View chart')).anchor.within).toEqual([
    { role: 'heading', name: ['View chart'] },
  ])
})

test('a link to a person’s record, and what stands beside it', () => {
  const page = `<main><div><a href="/Patient/7f3a-11" data-it>Homer Simpson</a>
    <button>Merge Homer Simpson</button><button id="print-labels">Print labels</button></div></main>`
  expect(refused(page)).toContain('looks like a person’s data')
  const beside = page.replace(' data-it', '').replace('id="print-labels"', 'data-it')
  expect(JSON.stringify(recorded(beside).anchor)).not.toMatch(/Homer|Simpson/)
})

test.each(['mantine-jgecttqke', 'mantine-rn5aejzun', 'field-x7k2p9qa'])(
  'an id that each start makes anew: %s',
  (id) => {
    expect(
      recorded(`<button data-it id="${id}">Record vitals</button>`).anchor.attributes,
    ).toBeUndefined()
  },
)
