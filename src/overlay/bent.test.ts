// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { isBent } from './bent.ts'

afterEach(() => document.body.replaceChildren())

test.each([
  ['parentNode', true],
  ['offsetParent', true],
  ['quantity', false],
  ['name', false],
])('a form with a field named %s: %s', (name, isIt) => {
  document.body.innerHTML = `<form><input name="${name}"><p><button>Save</button></p></form>`
  const [form] = document.forms
  const button = document.querySelector('button')
  if (!form || !button) throw new Error('not set up')
  // jsdom hides no member of a form behind its fields, as browsers do.
  Object.defineProperty(form, name, { value: form.firstElementChild, configurable: true })
  expect(isBent(button)).toBe(isIt)
  expect(isBent(document.body)).toBe(false)
})
