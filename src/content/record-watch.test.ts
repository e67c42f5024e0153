// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { createLookout } from './lookout.ts'
import { recordText } from './record-text.ts'
import { createRecordWatch, type HeldRecord } from './record-watch.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'ehr',
  version: 1,
  app: {
    id: 'ehr',
    name: 'EHR',
    sites: ['https://ehr.test/*'],
    patient: { target: 'banner', except: ['tags'], screens: ['chart'] },
  },
  screens: [
    { id: 'chart', title: 'Chart', when: { url: ['/chart'] } },
    { id: 'form', title: 'Form', when: { url: ['/form'] } },
    { id: 'home', title: 'Home', when: { url: ['/home'] } },
  ],
  targets: [
    { id: 'banner', label: 'Banner', anchor: { role: 'banner', name: ['Patient'] } },
    { id: 'tags', label: 'Tags', anchor: { attributes: { 'data-testid': 'tags' } } },
  ],
})

function setup(held: HeldRecord = {}) {
  const timers: { act: () => void; isCancelled: boolean }[] = []
  const told = { settled: 0 }
  const watch = createRecordWatch({
    held,
    after(_ms, act) {
      const timer = { act, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
    onSettled: () => {
      told.settled += 1
    },
  })
  const look = createLookout(document, [pack], () => undefined)
  const read = (path: string, html: string) => {
    document.body.innerHTML = html
    const seen = look(new URL(path, 'https://ehr.test')).of('ehr')
    if (!seen) throw new Error('the pack is of this site')
    return watch.read(seen)
  }
  const passTime = () => {
    for (const { act, isCancelled } of timers.splice(0)) if (!isCancelled) act()
  }
  return { watch, read, passTime, held, told }
}
const banner = (words: string) => `<header aria-label="Patient" role="banner">${words}</header>`
const ANN = banner('<b>Ann</b><i>34 yr</i>')
const EVE = banner('<b>Eve</b><i>34 yr</i>')

test('the record that is open is told from the one that is held, and by nothing else', () => {
  const { watch, read } = setup()
  expect(read('/chart', ANN)).toBe('unknown')
  watch.bind()
  expect(read('/chart', ANN)).toBe('same')
  expect(read('/chart', EVE)).toBe('other')
  expect(read('/home', '<p>Home</p>')).toBe('unsaid')
  expect(read('/form', ANN)).toBe('same')
})

test('what changes in it and is no name is left out: tags that the pack lists, and buttons', () => {
  const { watch, read } = setup()
  const more = (tag: string) =>
    `<b>Ann</b><span data-testid="tags">${tag}</span><button>${tag}</button>`
  read('/chart', banner(more('Waiting')))
  watch.bind()
  expect(read('/chart', banner(more('In visit')))).toBe('same')
})

test('a screen that always says it, or has said it, says nothing only while it is drawn', () => {
  const { read } = setup()
  expect(read('/chart', '')).toBe('gone')
  expect(read('/form', '')).toBe('unsaid')
  expect(read('/form', ANN)).toBe('unknown')
  expect(read('/form', '')).toBe('gone')
  expect(read('/form', ANN + ANN)).toBe('gone')
  expect(read('/form', banner(''))).toBe('gone')
})

test('it is settled once it has said the same for a while; more of the same is taken in', () => {
  const { watch, read, passTime, told } = setup()
  read('/chart', banner('<i>34 yr</i>'))
  read('/chart', ANN)
  passTime()
  expect([watch.isSettled(), told.settled]).toEqual([true, 1])
  watch.bind()
  expect(read('/chart', banner('<b>Ann</b><i>34 yr</i><u>Ward 3</u>'))).toBe('same')
  expect(read('/chart', ANN)).toBe('gone')
})

test('a run that is over leaves nothing of it in memory', () => {
  const { watch, read, passTime, held, told } = setup()
  read('/chart', ANN)
  watch.bind()
  watch.forget()
  passTime()
  expect(held).toEqual({ text: undefined })
  expect([told.settled, watch.part()]).toEqual([0, undefined])
})

test('words in open shadow roots count, those of fields and menus do not, and a whole page is no banner', () => {
  const part = document.createElement('div')
  part.innerHTML = 'Ann <span></span><input value="x"><div role="menu">Print</div>'
  const inner = part.querySelector('span')?.attachShadow({ mode: 'open' })
  if (inner) inner.innerHTML = '<b>34   yr</b><style>b { color: red }</style>'
  expect(recordText(part, [])).toBe('Ann\n34 yr')
  part.textContent = 'x'.repeat(6_000)
  expect(recordText(part, [])).toBe('')
})
