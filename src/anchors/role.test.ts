// @vitest-environment jsdom
import { getRole } from 'dom-accessibility-api'
import { afterEach, expect, test } from 'vitest'
import { ARIA_ROLES } from '../vocabulary/aria-roles.ts'
import { roleOf, selectorOf } from './role.ts'

afterEach(() => document.body.replaceChildren())

const FIXTURES = [
  'button',
  'a href="#"',
  'input',
  'input type="checkbox"',
  'input type="radio"',
  'input type="number"',
  'input type="search"',
  'input type="range"',
  'input type="submit"',
  'select',
  'select multiple',
  'textarea',
  'h3',
  'nav',
  'main',
  'ul',
  'li',
  'table',
  'article',
  'aside',
  'dialog',
  'fieldset',
  'img alt="x"',
  'div role="tab"',
  'div role="listbox"',
  'progress',
  'hr',
  'section aria-label="x"',
  'form aria-label="x"',
  'output',
]

test.each(FIXTURES)('<%s> has the role that dom-accessibility-api gives', (tag) => {
  document.body.innerHTML = `<${tag}>`
  const it = document.body.firstElementChild
  if (!it) throw new Error('no element')
  expect(roleOf(it)).toBe(getRole(it))
})

test('the first role that exists counts', () => {
  document.body.innerHTML = '<div role="bogus menuitem button">'
  expect(roleOf(document.body.children[0] as Element)).toBe('menuitem')
})

test('the selector of a role misses no element of it', () => {
  document.body.innerHTML = FIXTURES.map((tag) => `<${tag}></${tag.split(' ')[0]}>`).join('')
  for (const role of ARIA_ROLES)
    for (const element of document.body.querySelectorAll('*'))
      if (roleOf(element) === role) expect(element.matches(selectorOf(role))).toBe(true)
})
