// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { isCovered } from './covered.ts'

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** What stands at the five points of the target, in the order in which they are tested. */
function setup(hits: ('target' | 'label' | 'form' | 'own' | 'nothing')[]) {
  document.body.innerHTML = '<label><input id="target"></label><form></form><div id="own"></div>'
  const find = (selector: string) => document.querySelector(selector)
  const elements = {
    target: find('#target'),
    label: find('label'),
    form: find('form'),
    own: find('#own'),
    nothing: null,
  }
  const left = hits.map((hit) => elements[hit])
  Document.prototype.elementFromPoint = () => left.shift() ?? null
  const { target, own } = elements
  if (!target || !own) throw new Error('not set up')
  return isCovered(target, own)
}

test.each([
  ['its middle is free', ['target'], false],
  ['a label stands for it', ['label'], false],
  ['only a part of it is covered', ['form', 'form', 'target'], false],
  ['a form lies over all of it', ['form', 'form', 'form', 'form', 'form'], true],
  [
    'ours lies over one point and a form over the rest',
    ['own', 'form', 'form', 'form', 'form'],
    true,
  ],
  ['ours lies over all of it', ['own', 'own', 'own', 'own', 'own'], false],
  ['it is out of view', ['nothing', 'nothing', 'nothing', 'nothing', 'nothing'], false],
] as const)('%s: %s', (_what, hits, isIt) => {
  expect(setup([...hits])).toBe(isIt)
})
