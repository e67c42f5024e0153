// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { openRoots } from './dom.ts'
import { findAnchor, isPresent } from './find.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

function find(html: string, anchor: Anchor) {
  document.body.innerHTML = html
  return findAnchor(openRoots(document), anchor)
}
const idOf = (finding: ReturnType<typeof find>) =>
  finding.state === 'found' ? finding.element.id : finding.state

const save: Anchor = { role: 'button', name: ['Save and close'] }

test('role and name find the one button', () => {
  expect(idOf(find('<button>Discard</button><button id="it">Save and close</button>', save))).toBe(
    'it',
  )
})

test('nothing is pointed at where nothing fits', () => {
  expect(find('<button>Discard</button>', save).state).toBe('missing')
})

test('two that fit alike are ambiguous, and neither is pointed at', () => {
  expect(find('<button>Save and close</button><button>Save and close</button>', save)).toEqual({
    state: 'ambiguous',
    candidates: 2,
  })
})

test('case, white space and a trailing mark do not matter to a name', () => {
  expect(idOf(find('<button id="it"> SAVE  and close…</button>', save))).toBe('it')
})

test('part of a name is not the name', () => {
  expect(find('<button>Save and close all</button>', save).state).toBe('missing')
})

test('another language of the app is as good', () => {
  const either: Anchor = { role: 'button', name: ['Save', 'Enregistrer'] }
  expect(idOf(find('<button id="it">Enregistrer</button>', either))).toBe('it')
})

const CARDS = `<div>
  <section><div><h4>Conditions</h4><button id="c">Add</button></div><p>Asthma</p></section>
  <section><div><h4>Allergies</h4><button id="a">Add</button></div><p>Peanuts</p></section>
</div>`
const addAllergy: Anchor = {
  role: 'button',
  name: ['Add'],
  within: [{ role: 'heading', name: ['Allergies'] }],
}

test('look-alikes are told apart by the heading above them', () => {
  expect(idOf(find(CARDS, addAllergy))).toBe('a')
})

test('the look-alike of another card is never taken when the right one is gone', () => {
  expect(find(CARDS.replace('<button id="a">Add</button>', ''), addAllergy).state).toBe('missing')
})

test('a heading ends where the next of its level begins', () => {
  const html = '<div><h4>Allergies</h4><p>None</p><h4>Notes</h4><button>Add</button></div>'
  expect(find(html, addAllergy).state).toBe('missing')
})

test('a named region tells look-alikes apart', () => {
  const html = `<section aria-label="Inpatient"><button>Open</button></section>
    <section aria-label="Outpatient"><button id="it">Open</button></section>`
  const anchor: Anchor = {
    role: 'button',
    name: ['Open'],
    within: [{ role: 'region', name: ['Outpatient'] }],
  }
  expect(idOf(find(html, anchor))).toBe('it')
})

test('a neighbour in the same row tells look-alikes apart', () => {
  const row = (name: string, id: string) =>
    `<tr><th scope="row">${name}</th><td><button id="${id}">Edit</button></td></tr>`
  const html = `<table><tbody>${row('Address', 'a')}${row('Name', 'b')}</tbody></table>`
  const anchor: Anchor = {
    role: 'button',
    name: ['Edit'],
    near: { role: 'rowheader', name: ['Name'] },
  }
  expect(idOf(find(html, anchor))).toBe('b')
})

test('what is not drawn is not there', () => {
  expect(find('<div data-no-size><button>Save and close</button></div>', save).state).toBe(
    'missing',
  )
})

test('a reworded button is found by what else the recipe knows, if nothing contradicts it', () => {
  const anchor: Anchor = {
    role: 'textbox',
    name: ['Pulse'],
    attributes: { id: 'pulse', name: 'pulse', autocomplete: 'off' },
    within: [{ role: 'form', name: ['Vitals'] }],
  }
  const html =
    '<form aria-label="Vitals"><input id="pulse" name="pulse" aria-label="Heart rate" autocomplete="off"></form>'
  expect(idOf(find(html, anchor))).toBe('pulse')
})

test('open shadow roots are looked through, nested ones too', () => {
  document.body.innerHTML = '<div data-outer></div>'
  const outer = document.querySelector('[data-outer]')?.attachShadow({ mode: 'open' })
  if (!outer) throw new Error('no shadow root')
  outer.innerHTML = '<x-inner></x-inner>'
  const inner = outer.querySelector('x-inner')?.attachShadow({ mode: 'open' })
  if (!inner) throw new Error('no shadow root')
  inner.innerHTML = '<button id="it">Save and close</button>'
  expect(idOf(findAnchor(openRoots(document), save))).toBe('it')
})

test('a page that hides the DOM behind its field names changes nothing', () => {
  const html = `<form><input name="querySelectorAll"><input name="getAttribute"><input name="parentNode">
    <input name="childNodes"><button id="it">Save and close</button></form>`
  const anchor: Anchor = { ...save, path: 'form > button' }
  expect(idOf(find(html, anchor))).toBe('it')
})

test('our own element is no part of the page', () => {
  document.body.innerHTML = '<div id="own"><button>Save and close</button></div>'
  const own = document.getElementById('own') ?? undefined
  expect(findAnchor(openRoots(document), save, own).state).toBe('missing')
  expect(isPresent(openRoots(document), save, own)).toBe(false)
})

test('evidence of a screen may stand twice', () => {
  document.body.innerHTML = '<h2>Vitals</h2><h2>Vitals</h2>'
  expect(isPresent(openRoots(document), { role: 'heading', name: ['Vitals'] })).toBe(true)
})

test('in a table of look-alikes none is found by its place', () => {
  const rows = '<tr><td>x</td><td><button>Edit</button></td></tr>'.repeat(100)
  const anchor: Anchor = { role: 'button', name: ['Edit'], path: 'tr:1 > td:2 > button' }
  document.body.innerHTML = `<table><tbody>${rows}</tbody></table>`
  expect(findAnchor(openRoots(document), anchor).state).toBe('ambiguous')
})
