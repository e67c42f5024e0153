// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { PAGE_TEXT_MAX, readPageText } from './page-text.ts'

const own = document.createElement('div')
const plain = {
  own,
  shadowOf: (element: Element) => element.shadowRoot,
  contentOf: () => 'none',
}
const read = (html: string) => {
  document.body.innerHTML = html
  document.body.append(own)
  return readPageText(document, plain)
}
const reads = (html: string) => read(html)?.join(' | ')

beforeEach(() => {
  document.title = ''
  own.innerHTML = 'Our own words'
})

test.each([
  ['text', '<p>Jane <b>Doe</b></p>', ['Jane', 'Doe']],
  ['hidden text', '<p hidden>Jane</p>', ['Jane']],
  ['what a field holds', '<input value="Jane"><textarea>Doe</textarea>', ['Jane', 'Doe']],
  ['options', '<select><option>Jane</option></select>', ['Jane']],
  ['names', '<button aria-label="Jane"></button><img alt="Doe">', ['Jane', 'Doe']],
  ['titles and placeholders', '<i title="Jane"></i><input placeholder="Doe">', ['Jane', 'Doe']],
])('reads %s', (_what, html, words) => {
  for (const word of words) expect(reads(html)).toContain(word)
})

test('reads the title and the address, as written and decoded', () => {
  document.title = 'Jane'
  window.location.hash = '#J%C3%BCrgen'
  expect(reads('')).toContain('Jane')
  expect(reads('')).toContain('Jürgen')
  window.location.hash = ''
})

test('reads what stands in shadow roots, and what is given into them', () => {
  document.body.innerHTML = '<x-card>Outer</x-card>'
  const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' })
  if (root) root.innerHTML = '<p>Inner</p><slot></slot>'
  const texts = readPageText(document, plain)
  expect(texts).toEqual(expect.arrayContaining(['Outer', 'Inner']))
})

test('reads what a style sheet writes, attributes that it shows among it', () => {
  document.body.innerHTML = '<p data-name="Jane">x</p>'
  const contentOf = (element: Element, pseudo: string) =>
    element.tagName !== 'P' ? 'none' : pseudo === '::before' ? '"Doe"' : 'attr(data-name)'
  const texts = readPageText(document, { ...plain, contentOf })
  expect(texts).toEqual(expect.arrayContaining(['"Doe"', 'Jane']))
})

test('reads nothing of Handrail itself, of scripts, styles and passwords', () => {
  const all = reads(
    '<script>secret</script><style>secret</style><input type="password" value="secret">',
  )
  expect(all).not.toContain('secret')
  expect(all).not.toContain('Our own words')
})

test('says that it can’t where a frame is drawn that can’t be read', () => {
  // Of an `embed` no document is told at all.
  document.body.innerHTML = '<p>Jane</p><embed>'
  const sized = vi.spyOn(Element.prototype, 'getBoundingClientRect')
  sized.mockReturnValue({ width: 0, height: 0 } as DOMRect)
  const now = () => readPageText(document, plain)
  expect(now()).toContain('Jane')
  sized.mockReturnValue({ width: 300, height: 200 } as DOMRect)
  expect(now()).toBeUndefined()
})

test('says that it can’t where there is too much, or the reading breaks', () => {
  document.body.replaceChildren('a'.repeat(PAGE_TEXT_MAX + 1))
  expect(readPageText(document, plain)).toBeUndefined()
  document.body.innerHTML = '<p>Jane</p>'
  const shadowOf = () => {
    throw new Error('hostile')
  }
  expect(readPageText(document, { ...plain, shadowOf })).toBeUndefined()
})
