// @vitest-environment jsdom
import fc from 'fast-check'
import { render } from 'preact'
import { expect, test } from 'vitest'
import { pickLanguage } from '../words/pick-language.ts'
import { Markdown } from './markdown.tsx'
import { createWords } from './words.ts'

const say = createWords(pickLanguage('en'))

function draw(text: string): HTMLElement {
  const root = document.createElement('div')
  render(<Markdown text={text} say={say} />, root)
  return root
}

test.each([
  ['Press **Save**', '<p>Press <strong>Save</strong></p>'],
  ['Choose *Other*', '<p>Choose <em>Other</em></p>'],
  ['- one\n- two', '<ul dir="auto"><li>one</li><li>two</li></ul>'],
  ['1. one\n2. two', '<ol dir="auto"><li>one</li><li>two</li></ol>'],
  ['one\n\ntwo', '<p>one</p><p>two</p>'],
])('%j', (text, html) => {
  expect(draw(text).innerHTML).toBe(html)
})

test('a link is https only, and opens apart from the app', () => {
  const link = draw('[Guide](https://intranet.test/guide)').querySelector('a')
  expect(link?.rel).toBe('noopener noreferrer')
  expect(link?.target).toBe('_blank')
  expect(link?.textContent).toBe('Guide↗ (leaves the app, in a new tab)')
  expect(draw('[x](javascript:alert(1))').querySelector('a')).toBeNull()
  expect(draw('[x](http://intranet.test)').querySelector('a')).toBeNull()
})

test('no text becomes an element of its own', () => {
  const allowed = new Set(['P', 'SPAN', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'CODE', 'A'])
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom('<img src=x onerror=alert(1)>', '**<script>**', '[a](https://x"onclick="y)'),
  )
  fc.assert(
    fc.property(hostile, (text) => {
      for (const element of draw(text).querySelectorAll('*'))
        expect(allowed.has(element.tagName)).toBe(true)
    }),
  )
})
