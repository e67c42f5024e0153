import * as v from 'valibot'
import { type Pack, type PackSource, packSchema } from '../../vocabulary/pack.ts'

const button = (id: string) => ({
  id,
  label: id,
  anchor: { role: 'button' as const, name: [id] },
})
const at = (url: string) => ({ url: [url] })

/** A ward's chart, with a form and a form over the form. For tests. */
export const WARD_PACK: PackSource = {
  format: 'handrail.pack/1',
  id: 'ward',
  version: 3,
  app: { id: 'ward', name: 'Ward', sites: ['https://ward.example.org/*'] },
  screens: [
    {
      id: 'chart',
      title: 'Chart',
      when: at('/patient/:id/*'),
      examples: ['/patient/a1/chart?x=1'],
    },
    { id: 'form', title: 'Form', dialog: true, when: {}, examples: ['/patient/a1/chart?x=1'] },
    { id: 'detail', title: 'Detail', dialog: true, when: {} },
    { id: 'typed', title: 'Typed', dialog: true, when: {} },
  ],
  targets: [
    ...['open', 'more', 'save', 'banner', 'unused'].map(button),
    { id: 'field', label: 'Field', anchor: { role: 'textbox', name: ['Search'] } },
  ],
  walkthroughs: [
    {
      id: 'fill-in',
      title: 'Fill in',
      summary: '',
      screens: ['chart'],
      owner: 'IT',
      reviewBy: '2027-01-01',
      steps: [
        { id: 'a', target: 'open', text: 'A', advance: { on: 'screen', screen: 'form' } },
        { id: 'b', target: 'more', text: 'B', advance: { on: 'screen', screen: 'detail' } },
        {
          id: 'c',
          screen: 'detail',
          target: 'field',
          text: 'C',
          advance: { on: 'screen', screen: 'typed' },
        },
        { id: 'd', screen: 'form', target: 'save', text: 'D', advance: { on: 'press' } },
        { id: 'e', target: 'banner', text: 'E', advance: { on: 'next' } },
      ],
    },
  ],
}

export const wardPack = (): Pack => v.parse(packSchema, WARD_PACK)
