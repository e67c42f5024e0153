// @vitest-environment jsdom

/** Controls without a name of their own, and those that share one: by label, by picture, by what the app calls things. */
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { across, recordOn } from '../../test/helpers/release.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const icon = (name: string) => `<svg data-icon="${name}"><path d="${name}"></path></svg>`
const stepper = (label: string, mark = '', more = '') =>
  `<div><label>${label}</label><div><div><input type="text" ${mark}></div><div><button ${more}>${icon('chevron-up')}</button><button>${icon('chevron-down')}</button></div></div></div>`
const list = (label: string, mark = '') =>
  `<div><span>${label}</span><div><input role="combobox" aria-label="${label}"><button title="Open" ${mark}></button></div></div>`

// Labels that nothing ties to their field.

test('a field with a label before it that is not tied to it', () => {
  const { label } = recordOn(`${stepper('Start')}${stepper('End', 'data-it')}`)
  expect(label).toEqual(['End'])
  const after = `<h2>Range</h2><section>${stepper('Start:')}<hr>${stepper('End:', 'id2="it"')}</section>`
  expect(across(`${stepper('Start')}${stepper('End', 'data-it')}`, after)).toBe('it')
})

test('the field of a label that has gone to another name', () => {
  const before = `${stepper('Start')}${stepper('End', 'data-it')}`
  expect(across(before, `${stepper('Start')}${stepper('Last')}`)).toBe('missing')
})

test('the next field, when the one of the label is gone and the label is left', () => {
  const before = `${stepper('Start', 'data-it')}${stepper('End')}`
  expect(across(before, `<div><label>Start</label></div>${stepper('End')}`)).toBe('missing')
})

const UNKNOWN = /has no name/

test('the title of a part is no label of what comes first in it', () => {
  const part = '<div><h3>Dose</h3><button>Add</button><select data-it></select></div>'
  expect(() => recordOn(part)).toThrow(UNKNOWN)
})

test('a label that the next field takes over as soon as this one goes is none', () => {
  const form = (more: string) =>
    `<main><span>Unit</span><div><select data-it></select></div>${more}</main>`
  expect(() => recordOn(form('<div><select></select></div>'))).toThrow(UNKNOWN)
  expect(recordOn(form('<div><input aria-label="Note"></div>')).label).toEqual(['Unit'])
})

test('a page that has tied the label to its field since', () => {
  const after = '<div><label>End<input id2="it"></label></div>'
  expect(across(`${stepper('Start')}${stepper('End', 'data-it')}`, after)).toBe('it')
})

test('one Open of several lists, by the field it belongs to', () => {
  const before = `${list('Route')}${list('Frequency', 'data-it')}${list('Unit')}`
  const after = `${list('Frequency', 'id2="it"')}${list('Unit')}${list('Route')}`
  expect(across(before, after)).toBe('it')
  expect(across(before, `${list('Route')}${list('Unit')}`)).toBe('missing')
})

// Pictures.

const tool = (name: string, mark = '') => `<button ${mark}>${icon(name)}</button>`
const bar = (...tools: string[]) => `<h2>Viewer</h2><div role="toolbar">${tools.join('')}</div>`

test('a button that is known by its icon only', () => {
  const before = bar(tool('undo'), tool('trash', 'data-it'))
  expect(recordOn(before).icon).toEqual(['trash', expect.stringMatching(/^shape-[a-z]+$/)])
  expect(across(before, bar(tool('find'), tool('undo'), tool('trash', 'id2="it"')))).toBe('it')
})

test('a button in its place with another icon', () => {
  const before = bar(tool('undo'), tool('trash', 'data-it'))
  expect(across(before, bar(tool('undo'), tool('pencil')))).toBe('missing')
})

test('the same icon under another heading, when its own is gone', () => {
  const card = (title: string, mark = '') =>
    `<section><h2>${title}</h2>${tool('plus', mark)}</section>`
  const before = card('Allergies', 'data-it') + card('Conditions')
  expect(across(before, card('Conditions'))).toBe('missing')
})

test('two buttons with the same icon side by side', () => {
  expect(() => recordOn(bar(tool('plus', 'data-it'), tool('plus')))).toThrow('can’t be told')
})

test('a button that lost its name and kept its icon and its place', () => {
  const before = bar(
    `<button title="Undo last change" data-it>${icon('undo')}</button>`,
    tool('find'),
  )
  expect(across(before, bar(tool('undo', 'id2="it"'), tool('find')))).toBe('it')
  expect(across(before, bar(tool('erase'), tool('find')))).toBe('missing')
})

test('a mirrored drawing is another picture', () => {
  const arrow = (turn: string, mark = '') =>
    `<button ${mark}><svg><g transform="${turn}"><path d="M1 1l5 5"></path></g></svg></button>`
  const before = bar(arrow('', 'data-it'), arrow('scale(-1,1)'))
  expect(across(before, bar(arrow('scale(-1,1)')))).toBe('missing')
  expect(across(before, bar(arrow('', 'id2="it"'), arrow('scale(-1,1)')))).toBe('it')
})

// What the app calls what is in it, and what it is in.

test('a test id on the icon in a button', () => {
  const save = (mark: string) =>
    `<button ${mark}><i data-testid="SaveSequenceTool"></i></button><button></button>`
  expect(recordOn(save('data-it')).holds).toEqual({ 'data-testid': 'SaveSequenceTool' })
  expect(across(save('data-it'), `<p>${save('id2="it"')}</p>`)).toBe('it')
  expect(across(save('data-it'), '<button></button><button></button>')).toBe('missing')
})

test('a part of the app that holds it as the only one of its role', () => {
  const filter = (mark: string, more = '') =>
    `<div id="service-type-filter"><select ${mark}><option>All</option></select>${more}</div><select></select>`
  expect(recordOn(filter('data-it')).holder).toEqual({ id: 'service-type-filter' })
  expect(across(filter('data-it'), `<p>${filter('id2="it"')}</p>`)).toBe('it')
  expect(across(filter('data-it'), filter('', '<select></select>'))).toBe('missing')
})

test('another button that has come into the part', () => {
  const part = (inner: string) => `<div id="visit-actions">${inner}</div>`
  const before = part('<button data-it></button>')
  expect(across(before, part('<button>End visit</button>'))).toBe('missing')
})

// Elements that only the pointer can press.

test('an element without a role, by its words, where the pointer says that it can be pressed', () => {
  const item = (text: string, mark = '') =>
    `<li><div style="cursor: pointer" ${mark}>${text}</div></li>`
  const before = `<ul>${item('Show all features')}${item('Rename sequence', 'data-it')}</ul>`
  const after = `<ul>${item('Find')}${item('Rename sequence', 'id2="it"')}</ul><p>Rename sequence</p>`
  expect(across(before, after)).toBe('it')
  expect(across(before, '<p>Rename sequence</p>')).toBe('missing')
})

// Dialogs that their kit does not mark up as such.

test('a dialog that is one by its class, before a release that says so by its role', () => {
  const html = (dialog: string, mark: string) =>
    `<div ${dialog}><h4>New feature</h4><button>Cancel</button><button ${mark}>Save</button></div>`
  const before = html('class="bp3-dialog"', 'data-it')
  expect(across(before, html('role="dialog"', 'id2="it"'))).toBe('it')
  expect(across(before, html('class="card"', ''))).toBe('missing')
})

test('an element without a role, which a release has made a button', () => {
  const item = (html: string) => `<h2>Orders</h2><nav aria-label="Order tools">${html}</nav>`
  const before = item('<a data-it>Remove duplicates</a><a>Find orders</a>')
  const after = item('<button id2="it">Remove duplicates</button><button>Find orders</button>')
  expect(across(before, after)).toBe('it')
  const elsewhere = '<h2>Notes</h2><button>Remove duplicates</button><button>Print</button>'
  expect(across(before, elsewhere)).toBe('missing')
})

test('text that stands before a button is no label of it', () => {
  const html = '<h2>Chart</h2><p>Homer Simpson</p><button data-it>Edit</button><p>Notes</p>'
  expect(recordOn(html).label).toBeUndefined()
  expect(
    JSON.stringify(recordOn(`${html}<p>Bart Simpson</p><div><button>Edit note</button></div>`)),
  ).not.toContain('Simpson')
})

test('a field that has lost its name, and has another label now', () => {
  const form = (label: string, field: string) =>
    `<div data-testid="plan-form"><div>${label}<input ${field}></div></div>`
  const before = form('<label for="t">Plan title</label>', 'id="t" data-it')
  expect(across(before, form('<label>Reason</label>', ''))).toBe('missing')
  expect(across(before, form('<label>Plan title</label>', 'id2="it"'))).toBe('it')
})
