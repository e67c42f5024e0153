import * as v from 'valibot'
import { type Pack, packSchema } from '../../vocabulary/pack.ts'

/** A small pack for one site, in any version. */
export function samplePack(version = 1, sites = ['https://ehr.example.org/*']): Pack {
  return v.parse(packSchema, {
    format: 'handrail.pack/1',
    id: 'clinic',
    version,
    app: { id: 'ehr', name: 'EHR', sites },
    screens: [{ id: 'vitals', title: 'Vitals form', when: { url: ['/vitals'] } }],
    targets: [{ id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } }],
    walkthroughs: [
      {
        id: 'record-vitals',
        title: 'Record vitals',
        summary: '',
        screens: ['vitals'],
        steps: [{ id: 'press-save', target: 'save', text: 'Press', advance: { on: 'press' } }],
        owner: 'IT',
        reviewBy: '2027-01-01',
      },
    ],
  })
}
