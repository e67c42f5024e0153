// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { createNaming, isInDoubt, rowOf } from './surroundings.ts'

afterEach(() => document.body.replaceChildren())

/** What an observer tells of a change. */
function recordsOf(change: () => void): MutationRecord[] {
  const observer = new MutationObserver(() => {})
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
  change()
  const records = observer.takeRecords()
  observer.disconnect()
  return records
}

const PAGE = `<h2>Orders</h2><p id="aside">Updated</p>
  <ul><li><b>Handover</b><button id="target" class="a">Edit</button></li><li id="next">Paging</li></ul>
  <input id="send" type="submit" value="Send">`
const get = (selector: string) => document.querySelector(selector) ?? document.body

test.each<[string, boolean, () => void]>([
  ['its row says something else', true, () => get('li b').firstChild?.replaceWith('Consent')],
  [
    'the words of its row are edited',
    true,
    () => Object.assign(get('li b').firstChild ?? {}, { data: 'Consent' }),
  ],
  ['it has another name', true, () => get('#target').setAttribute('aria-label', 'Edit consent')],
  ['it has another id', true, () => get('#target').setAttribute('id', 'other')],
  ['a heading says something else', true, () => get('h2').replaceChildren('Results')],
  ['it has gone', true, () => get('#target').remove()],
  ['it is drawn in another way', false, () => get('#target').setAttribute('class', 'a pressed')],
  ['it is disabled', false, () => get('#target').setAttribute('disabled', '')],
  ['another row changes', false, () => get('#next').replaceChildren('Printing')],
  ['something else changes', false, () => get('#aside').append(' just now')],
])('%s: %s', (_what, isIt, change) => {
  document.body.innerHTML = PAGE
  const target = get('#target')
  expect(isInDoubt(target, recordsOf(change))).toBe(isIt)
})

test('the words on a button that is an input are its value', () => {
  document.body.innerHTML = PAGE
  const records = recordsOf(() => get('#send').setAttribute('value', 'Discard'))
  expect(isInDoubt(get('#send'), records)).toBe(true)
})

test.each<[string, () => void]>([
  ['becomes a heading', () => get('#aside').setAttribute('role', 'heading')],
  ['comes into a heading', () => get('h2').append(get('#aside'))],
])('a part that was apart from what names others, and %s', (_what, change) => {
  document.body.innerHTML = PAGE
  const target = get('#target')
  const isNaming = createNaming()
  const isDoubtful = (act: () => void) => isInDoubt(target, recordsOf(act), rowOf(target), isNaming)
  expect(isDoubtful(() => get('#aside').append(' just now'))).toBe(false)
  expect(isDoubtful(() => get('#aside').append('!'))).toBe(false)
  expect(isDoubtful(change)).toBe(true)
})
