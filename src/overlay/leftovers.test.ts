// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { removeLeftovers } from './leftovers.ts'

afterEach(() => {
  for (const part of document.querySelectorAll(':root > div')) part.remove()
})

function add(html: string, parent: Element = document.documentElement): HTMLElement {
  const host = document.createElement('div')
  host.setAttribute('popover', 'manual')
  host.attachShadow({ mode: 'open' }).innerHTML = html
  parent.append(host)
  return host
}

test('what a version before has left on the page goes', () => {
  const left = add('<div class="all in-ltr size-normal" dir="ltr"><div class="dock"></div></div>')
  removeLeftovers(document)
  expect(left.isConnected).toBe(false)
})

test('a version before that takes its element out itself meanwhile ends nothing', () => {
  const left = add('<div class="all" dir="ltr"></div>')
  left.remove = () => {
    throw new DOMException('no longer a child', 'NotFoundError')
  }
  expect(() => removeLeftovers(document)).not.toThrow()
  Reflect.deleteProperty(left, 'remove')
})

test('what is the page’s stays', () => {
  const ours = '<div class="all in-ltr" dir="ltr"></div>'
  const parts = [
    add('<div class="menu" dir="ltr"></div>'),
    add('<slot></slot>'),
    add(ours, document.body),
  ]
  const open = add(ours)
  open.setAttribute('popover', 'auto')
  const plain = document.createElement('div')
  plain.setAttribute('popover', 'manual')
  document.documentElement.append(plain)
  removeLeftovers(document)
  expect([...parts, open, plain].map((part) => part.isConnected)).toEqual([
    ...[true, true, true, true, true],
  ])
})
