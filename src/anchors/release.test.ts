// @vitest-environment jsdom

/** What a release may change, and what it may not: recipes are recorded on one page, found on another. */
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { across, onNewPage, recordOn } from '../../test/helpers/release.ts'

withLayout()
afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
})

const card = (title: string, buttons: string, around = 'div') =>
  `<${around}><h3>${title}</h3><p>Nothing here yet</p><nav aria-label="${title} tools">${buttons}</nav></${around}>`

const page = (...cards: string[]) =>
  `<main aria-label="Chart"><h1>Chart</h1>${cards.join('')}</main>`
const VITALS = page(
  card(
    'Vitals',
    '<button>See all</button><button data-it id="record-vitals-now">Record vitals</button>',
  ),
)

test('a changed id', () => {
  const after = page(
    card('Vitals', '<button>See all</button><button id2="it" id="rv">Record vitals</button>'),
  )
  expect(across(VITALS, after)).toBe('it')
})

test('wrapped and reordered', () => {
  const after = page(
    card('Notes', ''),
    `<div><div>${card('Vitals', '<span><button id2="it">Record vitals</button></span><button>See all</button>')}</div></div>`,
  )
  expect(across(VITALS, after)).toBe('it')
})

test('a reworded button that kept its id, heading and neighbour', () => {
  const after = page(
    card(
      'Vitals',
      '<button>See all</button><button id2="it" id="record-vitals-now">Take vital signs</button>',
    ),
  )
  expect(across(VITALS, after)).toBe('it')
})

test('a reworded field that kept its name', () => {
  const form = (label: string, mark: string) =>
    `<form aria-label="Vitals"><label>${label}<input name="heartRate" ${mark}></label></form>`
  expect(across(form('Pulse', 'data-it'), form('Heart rate', 'id2="it"'))).toBe('it')
})

test('a renamed card around a button whose name no other control bears', () => {
  const after = page(
    card(
      'Vital signs',
      '<button>See all</button><button id2="it" id="record-vitals-now">Record vitals</button>',
    ),
  )
  expect(across(VITALS, after)).toBe('it')
})

test('a section that moved under another heading of the same page, with its id', () => {
  const html = (over: string, mark: string) =>
    page(
      `<section><h2>${over}</h2><div><button>See all</button><button ${mark} id="add-allergy">Add</button></div></section>`,
    )
  expect(across(html('Summary', 'data-it'), html('Allergies and reactions', 'id2="it"'))).toBe('it')
})

test('a button that became a link', () => {
  const after = page(
    card(
      'Vitals',
      '<button>See all</button><a href="#" id2="it" id="record-vitals-now">Record vitals</a>',
    ),
  )
  expect(across(VITALS, after)).toBe('it')
})

test('a link in its place that became a button, though its name is common', () => {
  const form = (control: string) =>
    `<form><div><input aria-label="Title"></div><div>${control}</div></form>`
  const link = form('<a href="#" data-it>Add action</a>')
  expect(across(link, form('<button id2="it">Add action</button>'))).toBe('it')
  const elsewhere = `${form('')}<nav><button>Add action</button></nav>`
  expect(across(link, elsewhere)).toBe('missing')
})

test('an element without a role that became a button', () => {
  const form = (control: string) => `<form><p>New here? ${control}</p></form>`
  expect(
    across(
      form('<a data-it>Register</a>'),
      form('<span><button id2="it">Register</button></span>'),
    ),
  ).toBe('it')
})

test('a heading above that went from singular to plural', () => {
  const dialog = (title: string, mark: string) =>
    `<div role="dialog"><h2>${title}</h2><div><button>Close</button><button ${mark}>Clear</button></div></div>`
  expect(across(dialog('Service queue', 'data-it'), dialog('Service queues', 'id2="it"'))).toBe(
    'it',
  )
  expect(across(dialog('Service queue', 'data-it'), dialog('Waiting list', 'x'))).toBe('missing')
})

test('a heading that became a named region', () => {
  const html = (part: string) => `<main aria-label="Chart">${part}</main>`
  const before = html('<div><h3>Allergies</h3><button data-it>Add</button></div>')
  const after = html('<section aria-label="Allergies"><button id2="it">Add</button></section>')
  expect(across(before, after)).toBe('it')
})

test('another language, where the page says so and the id has stayed', () => {
  document.documentElement.lang = 'en'
  const anchor = recordOn(VITALS)
  document.documentElement.lang = 'fr'
  const after = page(
    card(
      'Signes vitaux',
      '<button>Tout voir</button><button id2="it" id="record-vitals-now">Saisir</button>',
    ),
  )
  expect(onNewPage(anchor, after)).toBe('it')
})

test('another language that the recipe holds', () => {
  const anchor = { ...recordOn(VITALS), name: ['Record vitals', 'Saisir les constantes'] }
  const after = page(card('Vitals', '<button id2="it">Saisir les constantes</button>'))
  expect(onNewPage(anchor, after)).toBe('it')
})

// What must never be found.

test('gone: nothing is', () => {
  expect(across(VITALS, page(card('Vitals', '<button>See all</button>')))).toBe('missing')
})

test('gone, with the Add of another card', () => {
  const before = page(
    card('Allergies', '<button data-it>Add</button>'),
    card('Conditions', '<button>Add</button>'),
  )
  expect(across(before, page(card('Conditions', '<button>Add</button>')))).toBe('missing')
})

test('gone, and another card with the same Add has come in its place', () => {
  const before = page(card('Allergies', '<button data-it>Add</button>'))
  expect(across(before, page(card('Conditions', '<button>Add</button>')))).toBe('missing')
})

test('a Save of another form, with the same common id', () => {
  const form = (title: string, mark: string) =>
    `<form aria-label="${title}"><h2>${title}</h2><input aria-label="Note"><button ${mark} id="save">Save</button></form>`
  expect(across(form('Vitals', 'data-it'), form('Allergy', ''))).toBe('missing')
})

test('a field of another form, with the same label and name', () => {
  const form = (title: string, mark: string) =>
    `<form aria-label="${title}"><input aria-label="Given name" name="givenName" ${mark}><input aria-label="Family name"></form>`
  expect(across(form('Register patient', 'data-it'), form('New provider', ''))).toBe('missing')
})

test('the same name in a dialog, where it was recorded on the page', () => {
  const before = '<div><h2>Orders</h2><button data-it>Save order</button></div>'
  const after = '<div role="dialog"><h2>Orders</h2><button>Save order</button></div>'
  expect(across(before, after)).toBe('missing')
})

test('the same name in a row of data, where it was recorded above the table', () => {
  const table = (button: string) =>
    `<table><thead><tr><th>Drug</th></tr></thead><tbody><tr><td>Aspirin${button}</td></tr></tbody></table>`
  const edit = (mark: string) => `<button ${mark}>Edit order list</button>`
  const before = `<div><h2>Orders</h2>${edit('data-it')}${table('')}</div>`
  expect(across(before, `<div><h2>Orders</h2>${table(edit(''))}</div>`)).toBe('missing')
})

test('a button that kept its place and its id and now does the opposite', () => {
  const html = (name: string, mark: string) =>
    page(
      card('Visit', `<button>See all</button><button ${mark} id="visit-switch">${name}</button>`),
    )
  expect(across(html('Start visit', 'data-it'), html('End visit', ''))).toBe('missing')
})

test('an id that went to another control, without anything else that holds', () => {
  const after = page(card('Notes', '<button id="record-vitals-now">Print</button>'))
  expect(across(VITALS, after)).toBe('missing')
})

test('the next button in the row when the first is gone', () => {
  const before = page(
    card(
      'Visit',
      '<button data-it>Edit past visit</button><button>Delete past visit</button><button>Print</button>',
    ),
  )
  const after = page(card('Visit', '<button>Delete past visit</button><button>Print</button>'))
  expect(across(before, after)).toBe('missing')
})

test('a choice beside the one that is gone', () => {
  const radio = (name: string, mark = '') =>
    `<input type="radio" name="gender" aria-label="${name}" ${mark}>`
  const before = `<fieldset><legend>Sex</legend>${radio('Male', 'data-it')}${radio('Female')}${radio('Other')}</fieldset>`
  expect(across(before, `<fieldset><legend>Sex</legend>${radio('Female')}</fieldset>`)).toBe(
    'missing',
  )
})

test('two controls, one with the name and one with the id, are not chosen between', () => {
  const after = page(
    card(
      'Vitals',
      '<button>See all</button><button>Record vitals</button><button id="record-vitals-now">Take vital signs</button>',
    ),
  )
  expect(across(VITALS, after)).not.toBe('wrong')
})

test('a name that has come to stand twice', () => {
  const twice = '<button>Record vitals</button>'
  expect(across(VITALS, page(card('Vitals', twice + twice)))).toBe('ambiguous')
})

test('a page in another language that reuses a common id', () => {
  document.documentElement.lang = 'en'
  const anchor = recordOn(page(card('Vitals', '<button data-it id="save">Save</button>')))
  document.documentElement.lang = 'fr'
  expect(onNewPage(anchor, page(card('Allergies', '<button id="save">Enregistrer</button>')))).toBe(
    'missing',
  )
})
