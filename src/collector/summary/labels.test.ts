import * as v from 'valibot'
import { expect, test } from 'vitest'
import { overlaySchema } from '../../vocabulary/overlay.ts'
import { packSchema } from '../../vocabulary/pack.ts'
import { labelsOf } from './labels.ts'

const steps = [{ id: 'one', text: 'Press', advance: { on: 'next' } }]
const more = { summary: '', screens: ['chart'], owner: 'IT', reviewBy: '2027-01-31', steps }
const anchor = { role: 'button', name: ['Save'] }
const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'base',
  version: 1,
  app: { id: 'openmrs', name: 'OpenMRS', sites: ['https://ehr.example.org/*'] },
  screens: [{ id: 'chart', title: 'Chart', when: { url: ['/patient/:id/*'] } }],
  targets: [{ id: 'save', label: 'Save', anchor }],
  walkthroughs: [{ id: 'vitals', title: 'Record vitals', ...more }],
})
const overlay = v.parse(overlaySchema, {
  format: 'handrail.overlay/1',
  id: 'emergency',
  version: 1,
  extends: 'base',
  targets: [{ id: 'triage', label: 'Triage', anchor }],
  walkthroughs: [
    { id: 'triage', title: 'Triage a patient', ...more },
    { id: 'vitals', title: 'Something else', ...more },
  ],
})

test('what a department adds has its own title, whatever the order', () => {
  for (const all of [
    [pack, overlay],
    [overlay, pack],
  ]) {
    const labels = labelsOf(all)
    expect(labels.walkthrough('openmrs', 'triage')).toBe('Triage a patient')
    expect(labels.target('openmrs', 'triage')).toBe('Triage')
  }
})

test('what the pack has keeps the pack’s title', () => {
  expect(labelsOf([pack, overlay]).walkthrough('openmrs', 'vitals')).toBe('Record vitals')
})

test('an overlay of a pack that is not there has no app to be of', () => {
  expect(labelsOf([overlay]).walkthrough('openmrs', 'triage')).toBe('triage')
})
