// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { lookFor } from './look-for.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

function sight(html: string, ...anchors: Anchor[]) {
  document.body.innerHTML = html
  const targets = anchors.map((anchor, at) => ({ id: `t${at}`, anchor }))
  const { sightings } = lookFor(document, { screens: [], targets, isRepairing: true })
  const [first] = sightings
  if (first === undefined) throw new Error('nothing was asked for')
  return first
}

const vitals: Anchor = { role: 'button', name: ['Record vitals'] }
const allergies: Anchor = {
  role: 'button',
  name: ['Add', 'Ajouter'],
  within: [{ role: 'heading', name: ['Allergies', 'Intolérances'] }],
  attributes: { id: 'add-allergy-button' },
}
const card = (heading: string, button: string) =>
  `<section><div><h4>${heading}</h4>${button}</div></section>`

test('a target for which all holds is found', () => {
  expect(sight('<button>Record vitals</button>', vitals)).toEqual({
    id: 't0',
    state: 'found',
    lost: [],
    candidates: 1,
    repairs: [],
  })
})

test('a target that is found by less has moved: what no longer holds, and a recipe in the author’s names', () => {
  const { state, lost, repairs } = sight(card('Allergies', '<button>Add</button>'), allergies)
  expect(state).toBe('moved')
  expect(lost).toEqual([{ piece: 'attribute', of: 'id' }])
  expect(repairs).toEqual([
    {
      ok: true,
      kept: [],
      anchor: expect.objectContaining({ name: allergies.name, within: allergies.within }),
    },
  ])
  expect(repairs[0]?.ok && repairs[0].anchor.attributes).toBeUndefined()
})

test('a reworded target is missing, and its new name is proposed', () => {
  const { state, repairs } = sight('<button>Record vital signs</button>', vitals)
  expect(state).toBe('missing')
  expect(repairs).toEqual([
    {
      ok: true,
      kept: ['words'],
      anchor: expect.objectContaining({ name: ['Record vital signs'] }),
    },
  ])
})

test('the same button of another card is nothing to propose', () => {
  const { state, repairs } = sight(card('Conditions', '<button>Add</button>'), allergies)
  expect([state, repairs]).toEqual(['missing', []])
})

test('an opposite is nothing to propose, and nor is what another target finds', () => {
  const start: Anchor = { role: 'button', name: ['Start patient visit'] }
  expect(sight('<button>Stop patient visit</button>', start).repairs).toEqual([])
  const signs: Anchor = { role: 'button', name: ['Record vital signs'] }
  expect(sight('<button>Record vital signs</button>', vitals, signs).repairs).toEqual([])
})

test('each of the look-alikes is tried', () => {
  const html = '<main><button>Record vitals</button><p>or</p><button>Record vitals</button></main>'
  const { state, candidates, repairs } = sight(html, vitals)
  expect([state, candidates, repairs.length]).toEqual(['ambiguous', 2, 2])
})

test('a person’s data is in no proposal', () => {
  const html =
    '<table><tr><td>John Wilsonquill</td><td>100GEJ</td><td><button>Record vitals of John Wilsonquill</button></td></tr></table>'
  const { repairs } = sight(html, vitals)
  expect(JSON.stringify(repairs)).not.toMatch(/Wilsonquill|100GEJ/)
})

test('the screen that the page shows, or none', () => {
  const screen = {
    id: 'chart',
    title: 'Chart',
    priority: 0,
    dialog: false,
    frame: false,
    when: { url: [], present: [vitals], absent: [] },
    examples: [],
    noCover: [],
    ignore: [],
    signing: false,
  }
  const screenOf = (html: string) => {
    document.body.innerHTML = html
    return lookFor(document, { screens: [screen], targets: [], isRepairing: false }).screen
  }
  expect(screenOf('<button>Record vitals</button>')).toBe('chart')
  expect(screenOf('<button>Sign in</button>')).toBeUndefined()
})
