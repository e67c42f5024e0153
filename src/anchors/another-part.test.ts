// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { openRoots } from './dom.ts'
import { findAnchor } from './find.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

test.each<[string, string, Anchor]>([
  [
    'an ‘Add’ in the card after the one whose heading the recipe names',
    '<div id="root"><div class="card"><h2>Allergies</h2></div><div class="card"><div>Notes</div><button>Add</button></div></div>',
    { role: 'button', name: ['Add'], within: [{ role: 'heading', name: ['Allergies'] }] },
  ],
  [
    'the same in sections',
    '<main><section><h2>Allergies</h2></section><section><button>Add</button></section></main>',
    { role: 'button', name: ['Add'], within: [{ role: 'heading', name: ['Allergies'] }] },
  ],
  [
    'a field of the same name and another id, where the one that is meant is gone',
    '<form aria-label="Vitals"><input type="number" id="diastolic" aria-label="Value"></form>',
    {
      role: 'spinbutton',
      name: ['Value'],
      attributes: { id: 'systolic' },
      within: [{ role: 'form', name: ['Vitals'] }],
    },
  ],
  [
    'another button where ‘Save’ is gone',
    '<form aria-label="Note"><h2>Note</h2><button type="submit">Discard</button></form>',
    {
      role: 'button',
      name: ['Save'],
      attributes: { type: 'submit' },
      within: [
        { role: 'heading', name: ['Note'] },
        { role: 'form', name: ['Note'] },
      ],
    },
  ],
])('what is meant is gone, and nothing is pointed at: %s', (_what, html, anchor) => {
  document.body.innerHTML = html
  expect(findAnchor(openRoots(document), anchor).state).toBe('missing')
})
