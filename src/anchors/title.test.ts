// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { across, onNewPage, recordOn } from '../../test/helpers/release.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

/** A card as kits without headings make it: its title is a bar called so, with a button that folds it. */
const card = (title: string, body: string) =>
  `<div class="kit-card"><div class="kit-card-header"><button>${title}</button></div>
   <div class="kit-row">${body}</div></div>`
const ADD = '<button data-it>Add</button>'
const panel = (...cards: string[]) => `<div class="kit-panel">${cards.join('')}</div>`
const MEASURE = card('Measurements', ADD)
const PARTS = card('Components', '<button>Add</button>')

test('look-alikes are told apart by the title of their card', () => {
  const anchor = recordOn(panel(MEASURE, PARTS))
  expect(anchor).toMatchObject({ under: ['Measurements'], exact: true })
})

test('found in another order, with another card between', () => {
  const after = panel(
    PARTS,
    card('Labels', '<button>Add</button>'),
    card('Measurements', '<button id2="it">Add</button>'),
  )
  expect(across(panel(MEASURE, PARTS), after)).toBe('it')
})

test.each([
  ['gone with its card', panel(PARTS)],
  ['gone from its card', panel(card('Measurements', ''), PARTS)],
  ['under another title', panel(card('Distances', '<button>Add</button>'), PARTS)],
])('%s: nothing is', (_, after) => {
  expect(across(panel(MEASURE, PARTS), after)).toBe('missing')
})

test('two of the same under one title stay refused', () => {
  expect(() => recordOn(panel(card('Measurements', `${ADD}<button>Add</button>`)))).toThrow(
    'told from another',
  )
})

test('a bar with many controls is no title, nor is a class that only sounds like one', () => {
  const bar = '<div class="kit-header"><button>One</button><button>Two</button></div>'
  const subtitle = '<div class="headerless">Words</div>'
  for (const before of [bar, subtitle])
    expect(() =>
      recordOn(panel(`<div>${before}${ADD}</div>`, '<div><button>Add</button></div>')),
    ).toThrow('told from another')
})

test('a title that a table holds as data is not recorded', () => {
  const table = '<table><tr><th>Test</th></tr><tr><td>Measurements</td></tr></table>'
  expect(() => recordOn(panel(MEASURE, PARTS) + table)).toThrow('told from another')
})

test('a recipe written by hand is held to its title too', () => {
  const anchor = { role: 'button', name: ['Add'], under: ['Measurements'] } as const
  const written = { ...anchor, name: [...anchor.name], under: [...anchor.under] }
  expect(onNewPage(written, panel(PARTS))).toBe('missing')
  expect(onNewPage(written, panel(card('Measurements', '<button id2="it">Add</button>')))).toBe(
    'it',
  )
})
