// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { openRoots } from './dom.ts'
import { findAnchor } from './find.ts'
import { recordAnchor } from './record.ts'
import { isSpecificName } from './specific.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const RUNS = { numRuns: 60 }
// jsdom takes some 10 ms for a page on a slow machine.
vi.setConfig({ testTimeout: 60_000 })

/** Few words, so that pages are full of look-alikes. */
const name = fc.constantFrom(
  'Add',
  'Edit',
  'Save',
  'Record vitals',
  'Start visit',
  'John Wilson',
  'Notes 12',
)
const id = fc.constantFrom('', '', 'save', 'record-vitals', 'given-name', ':r1:', 'row-4')
const attributes = fc
  .tuple(id, fc.constantFrom('', 'given', 'note'))
  .map(([id, field]) => [id && ` id="${id}"`, field && ` name="${field}"`].join(''))
const control = fc
  .tuple(fc.constantFrom('button', 'a', 'input', 'check'), name, attributes)
  .map(([tag, name, marks]) => {
    if (tag === 'button') return `<button${marks}>${name}</button>`
    if (tag === 'a') return `<a href="#"${marks}>${name}</a>`
    if (tag === 'input') return `<label>${name} <input${marks}></label>`
    return `<input type="checkbox" aria-label="${name}"${marks}>`
  })
const label = fc.constantFrom('Dose', 'Route', 'Start')
/** Controls that have no name of their own: a picture, a label beside them, a part that holds only them. */
const unnamed = fc
  .tuple(
    fc.constantFrom('icon', 'labelled', 'list', 'held', 'marked', 'handled'),
    fc.constantFrom('plus', 'trash'),
    label,
    name,
  )
  .map(([kind, icon, label, name]) => {
    const picture = `<svg data-icon="${icon}"><path d="${icon}"></path></svg>`
    if (kind === 'icon') return `<button>${picture}</button>`
    if (kind === 'labelled') return `<div><span>${label}</span><input></div>`
    if (kind === 'list')
      return `<div><span>${label}</span><div><input aria-label="${label}"><button>Open</button></div></div>`
    if (kind === 'held') return `<div id="${label}-picker"><select></select></div>`
    if (kind === 'marked') return `<button><i data-testid="${icon}-order"></i></button>`
    return `<div style="cursor: pointer">${name}</div>`
  })
const controls = fc
  .array(fc.oneof({ weight: 3, arbitrary: control }, unnamed), { maxLength: 4 })
  .map((all) => all.join(''))
const table = fc
  .array(controls, { minLength: 1, maxLength: 3 })
  .map(
    (rows) =>
      `<table><tr><th>Name</th></tr>${rows.map((row) => `<tr><td>John Wilson</td><td>${row}</td></tr>`).join('')}</table>`,
  )
const section = (...titles: string[]) =>
  fc
    .tuple(
      fc.constantFrom('div', 'section', 'form', 'dialog'),
      fc.constantFrom(...titles),
      controls,
      fc.option(table),
    )
    .map(([tag, title, inner, table]) => {
      const wrapped = tag === 'dialog' ? `<div role="dialog" aria-label="${title}">` : `<${tag}>`
      return `${wrapped}<h3>${title}</h3>${inner}${table ?? ''}</${tag === 'dialog' ? 'div' : tag}>`
    })
const sections = fc.array(section('Vitals', 'Allergies', 'Orders', 'Visit of 3 May'), {
  minLength: 1,
  maxLength: 5,
})
const page = sections.map((all) => `<main aria-label="Chart">${all.join('')}</main>`)

const CONTROLS = 'button,a,input,select,[style]'
const all = () => [...document.querySelectorAll(CONTROLS)]

const pick = fc.nat(30)
const few = fc.array(fc.nat(20), { maxLength: 6 })

/** The recipe of one of the page's controls, with its element; undefined where there is none. */
function recordOne(html: string, at: number) {
  document.body.innerHTML = html
  const controls = all()
  const element = controls[at % Math.max(1, controls.length)]
  const recording = element && recordAnchor(element, openRoots(document))
  return element && recording?.ok ? { element, anchor: recording.anchor } : undefined
}

test('on the page it was recorded on, a recipe finds that element alone', () => {
  fc.assert(
    fc.property(page, pick, (html, at) => {
      const recipe = recordOne(html, at)
      if (!recipe) return
      const finding = findAnchor(openRoots(document), recipe.anchor)
      expect(finding.state === 'found' && finding.element === recipe.element).toBe(true)
    }),
    RUNS,
  )
})

test('once the element is gone nothing is found, whichever controls go with it', () => {
  fc.assert(
    fc.property(page, pick, few, (html, at, others) => {
      const recipe = recordOne(html, at)
      if (!recipe) return
      const before = all()
      for (const other of others) before[other]?.remove()
      recipe.element.remove()
      expect(findAnchor(openRoots(document), recipe.anchor).state).not.toBe('found')
    }),
    RUNS,
  )
})

test('a release that wraps, reorders, renumbers and removes never makes a recipe find another', () => {
  const drift = fc.record({ wrap: few, strip: few, swap: few, gone: few })
  fc.assert(
    fc.property(page, pick, drift, (html, at, { wrap, strip, swap, gone }) => {
      const recipe = recordOne(html, at)
      if (!recipe) return
      const before = all()
      for (const at of strip) before[at]?.removeAttribute('id')
      for (const at of wrap) {
        const wrapper = document.createElement('span')
        before[at]?.replaceWith(wrapper)
        if (before[at]) wrapper.append(before[at])
      }
      const main = document.querySelector('main')
      for (const at of swap) if (main?.children[at]) main.append(main.children[at])
      for (const at of gone) before[at]?.remove()
      const finding = findAnchor(openRoots(document), recipe.anchor)
      if (finding.state === 'found') expect(finding.element).toBe(recipe.element)
    }),
    RUNS,
  )
})

test('a common name is never found in a section of another title', () => {
  const others = fc.array(section('Referrals', 'Insurance', 'Appointments'), { maxLength: 4 })
  fc.assert(
    fc.property(page, pick, others, (html, at, sections) => {
      const recipe = recordOne(html, at)
      if (!recipe?.anchor.within?.some(({ role }) => role === 'heading')) return
      if (recipe.anchor.name?.some(isSpecificName)) return
      document.body.innerHTML = `<main aria-label="Chart">${sections.join('')}</main>`
      expect(findAnchor(openRoots(document), recipe.anchor).state).not.toBe('found')
    }),
    RUNS,
  )
})

test('no recipe holds what stands in the page’s table', () => {
  fc.assert(
    fc.property(sections, pick, (parts, at) => {
      const html = `<table><tr><th>N</th></tr><tr><td>John Wilson</td></tr></table>${parts.join('')}`
      expect(JSON.stringify(recordOne(html, at)?.anchor ?? '')).not.toContain('Wilson')
    }),
    RUNS,
  )
})
