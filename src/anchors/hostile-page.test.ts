// @vitest-environment jsdom
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { type Anchor, anchorSchema } from '../vocabulary/evidence.ts'
import { openRoots } from './dom.ts'
import { findAnchor, isPresent } from './find.ts'
import { createLook } from './look.ts'
import { recordAnchor } from './record.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const save: Anchor = {
  role: 'button',
  name: ['Save order'],
  within: [{ role: 'form', name: ['Orders'] }],
  near: { role: 'textbox', name: ['Dose'] },
  path: 'form > button',
  inside: [],
}

test.each([
  ['a prefix', { name: ['x'], attributes: { id: '^1' } }],
  ['a wildcard', { name: ['x'], attributes: { id: 'mrn*' } }],
  ['an attribute that holds a record', { name: ['x'], attributes: { 'data-mrn': 'a' } }],
  ['a value', { name: ['x'], attributes: { value: 'Wilson' } }],
  ['a record number', { name: ['MRN 10073'] }],
  ['a selector in a path', { name: ['x'], path: 'input[value^="1"]' }],
  ['a pseudo-class in a path', { name: ['x'], path: 'body > :has(a)' }],
  ['an expression', { name: ['x'], regex: '^a' }],
  ['a selector for a host', { name: ['x'], shadow: ['x-app[data-mrn]'] }],
  ['a regular expression for a frame', { name: ['x'], frame: '/(a+)+' }],
  ['a place that is none', { name: ['x'], inside: ['cell'] }],
  ['a path alone', { path: 'body > div > button' }],
  ['a name of a megabyte', { name: ['x'.repeat(1_000_000)] }],
])('a recipe can’t ask for %s', (_, anchor) => {
  expect(v.is(anchorSchema, anchor)).toBe(false)
})

/**
 * Members that a form field can hide. Not all: jsdom's own selectors read `parentNode`, `localName` and
 * others of their page's objects, and end or hang where a browser does not.
 */
const CLOBBERS = `attributes children childNodes tagName textContent isConnected shadowRoot
  getAttribute hasAttribute matches closest getRootNode id host querySelector querySelectorAll labels
  compareDocumentPosition checkVisibility getBoundingClientRect`.split(/\s+/)

test.each(CLOBBERS)('a form field named %s changes nothing', (name) => {
  document.body.innerHTML = `<img name="${name}" alt=""><form aria-label="Orders">
    <input type="hidden" name="${name}"><input aria-label="Dose"><button>Save order</button></form>`
  const button = document.getElementsByTagName('button')[0] as Element
  const form = document.getElementsByTagName('form')[0] as Element
  // jsdom hides no member of a form behind its fields, as browsers do, so the test does it.
  Object.defineProperty(form, name, { value: form.firstElementChild })
  const finding = findAnchor(openRoots(document), save)
  expect(finding.state === 'found' && finding.element).toBe(button)
  const recording = recordAnchor(button, openRoots(document))
  expect(recording.ok && recording.anchor.within).toEqual(save.within)
})

test('a page that replaces the document’s own methods changes nothing', () => {
  document.body.innerHTML =
    '<form aria-label="Orders"><input aria-label="Dose"><button>Save order</button></form>'
  const lies = { querySelector: () => null, querySelectorAll: () => [], getElementById: () => null }
  Object.assign(document, lies)
  try {
    expect(findAnchor(openRoots(document), save).state).toBe('found')
  } finally {
    for (const name of Object.keys(lies)) Reflect.deleteProperty(document, name)
  }
})

test('names of a megabyte are cut, and cost no more than a moment', () => {
  const long = 'Save '.repeat(200_000)
  document.body.innerHTML =
    '<div><h2></h2><button></button><button>Save order</button><label><input></label></div>'
  for (const element of document.querySelectorAll('h2,button:first-of-type,label'))
    element.prepend(long)
  document.querySelector('input')?.setAttribute('aria-label', long)
  const start = performance.now()
  const it = document.querySelectorAll('button')[1] as Element
  expect(findAnchor(openRoots(document), { role: 'button', name: ['Save order'] }).state).toBe(
    'found',
  )
  const recording = recordAnchor(it, openRoots(document))
  expect(recording.ok && JSON.stringify(recording.anchor).length).toBeLessThan(2_000)
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('a control a thousand shadow roots deep is found', () => {
  let root: Element | ShadowRoot = document.body
  for (let depth = 0; depth < 1_000; depth++) {
    const host: Element = document.createElement('div')
    root.append(host)
    root = host.attachShadow({ mode: 'open' })
  }
  const button = document.createElement('button')
  button.textContent = 'Save order'
  root.append(button)
  const roots = openRoots(document)
  expect(roots).toHaveLength(1_001)
  const finding = findAnchor(roots, { role: 'button', name: ['Save order'], path: 'div > button' })
  expect(finding.state === 'found' && finding.element).toBe(button)
  const recording = recordAnchor(button, roots)
  expect(recording.ok && recording.finding.element).toBe(button)
})

test('elements nested two thousand deep end neither the look nor the stack', () => {
  let at: Element = document.body
  for (let depth = 0; depth < 2_000; depth++) {
    const inner = document.createElement('div')
    at.append(inner)
    at = inner
  }
  at.innerHTML = '<button>Save order</button>'
  const finding = findAnchor(openRoots(document), {
    role: 'button',
    name: ['Save order'],
    inside: [],
  })
  expect(finding.state).toBe('found')
})

test('what has left the page since the look began is missing', () => {
  document.body.innerHTML = '<div id="card"><h2>Orders</h2><button>Save order</button></div>'
  const look = createLook(openRoots(document))
  const anchor: Anchor = { role: 'button', name: ['Save order'] }
  expect(findAnchor(look, anchor).state).toBe('found')
  document.getElementById('card')?.remove()
  expect(findAnchor(look, anchor).state).toBe('missing')
  expect(isPresent(look, anchor)).toBe(false)
})

test('a part that leaves between two finds of a look takes its evidence along', () => {
  document.body.innerHTML = '<div><h2>Orders</h2><button>Add</button></div>'
  const look = createLook(openRoots(document))
  const anchor: Anchor = {
    role: 'button',
    name: ['Add'],
    within: [{ role: 'heading', name: ['Orders'] }],
  }
  expect(findAnchor(look, anchor).state).toBe('found')
  document.querySelector('h2')?.remove()
  expect(findAnchor(look, anchor).state).toBe('missing')
})

test('Handrail’s own controls, in its own shadow root, are no part of the page', () => {
  document.body.innerHTML = '<div id="own"></div>'
  const own = document.getElementById('own') as Element
  own.attachShadow({ mode: 'open' }).innerHTML = '<button>Save order</button>'
  expect(findAnchor(openRoots(document), { role: 'button', name: ['Save order'] }, own).state).toBe(
    'missing',
  )
})

test('a recipe of a frame is found in no other document', () => {
  document.body.innerHTML = '<button>Save order</button>'
  const inFrame: Anchor = { role: 'button', name: ['Save order'], frame: '/viewer/:id' }
  expect(findAnchor(openRoots(document), inFrame).state).toBe('missing')
})
