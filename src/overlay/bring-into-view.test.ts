// @vitest-environment jsdom
import { expect, onTestFinished, test } from 'vitest'
import { bringIntoView } from './bring-into-view.ts'

test('a form is scrolled to whose field hides the method by its name', () => {
  const scrolled: [Element, unknown][] = []
  Element.prototype.scrollIntoView = function (this: Element, how) {
    scrolled.push([this, how])
  }
  onTestFinished(() => void Reflect.deleteProperty(Element.prototype, 'scrollIntoView'))
  const form = document.createElement('form')
  form.innerHTML = '<input name="scrollIntoView">'
  bringIntoView(form, { block: 'center' })
  expect(scrolled).toEqual([[form, { block: 'center' }]])
})
