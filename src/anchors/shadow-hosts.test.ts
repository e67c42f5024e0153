// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createShadowHosts } from './shadow-hosts.ts'

let hosts: ReturnType<typeof createShadowHosts>
beforeEach(() => {
  hosts = createShadowHosts()
})
afterEach(() => document.body.replaceChildren())

function put(tag: string): Element {
  const element = document.body.appendChild(document.createElement(tag))
  hosts.put(element)
  return element
}
const open = (element: Element) => element.attachShadow({ mode: 'open' })
const shadows = () => [...hosts.shadows().values()].flat()

test('one of a new element is found by the next look, and by the one after', () => {
  const [soon, later] = [put('div'), put('div')]
  const first = open(soon)
  hosts.ask()
  expect(shadows()).toEqual([first])
  const second = open(later)
  hosts.ask()
  expect(shadows()).toEqual([first, second])
})

test('one of an element of the page’s own is found by any look', () => {
  const part = put('x-part')
  for (let look = 0; look < 5; look++) hosts.ask()
  const root = open(part)
  hosts.ask()
  expect(shadows()).toEqual([root])
})

test('one of an old element is found when all are asked, in as many slices as that takes', () => {
  const all = Array.from({ length: 1_000 }, () => put('div'))
  for (let look = 0; look < 5; look++) hosts.ask()
  const root = open(all[900] ?? put('div'))
  hosts.ask()
  expect(shadows()).toEqual([])
  let slices = 1
  while (!hosts.askAll(() => true)) slices++
  expect(shadows()).toEqual([root])
  expect(slices).toBeGreaterThan(3)
})

test('what has gone is let go of, with its root', () => {
  const element = put('div')
  const root = open(element)
  hosts.ask()
  element.remove()
  expect(hosts.sweep()).toEqual([root])
  expect(shadows()).toEqual([])
})
