import { expect, test } from 'vitest'
import type { Flag } from '../../overlay/reporting/reporting.ts'
import { flagFile } from './flag-file.ts'

const flags: Flag[] = [
  {
    pointed: { label: 'Save', target: 'save' },
    reason: 'unclear-words',
    screen: 'vitals',
  },
  {
    pointed: { label: 'Jane Doe, 1962', role: 'button', region: 'form' },
    reason: 'slow',
    screen: 'vitals',
  },
]
const about = { appOf: () => 'ehr', day: '2026-11-26' }

test('a part of the pack is told by its id, any other by role and region', () => {
  expect(JSON.parse(flagFile(flags, 'json', about))).toEqual({
    format: 'handrail.flags/1',
    flags: [
      { day: '2026-11-26', app: 'ehr', screen: 'vitals', target: 'save', reason: 'unclear-words' },
      {
        day: '2026-11-26',
        app: 'ehr',
        screen: 'vitals',
        role: 'button',
        region: 'form',
        reason: 'slow',
      },
    ],
  })
})

test('the same as a table, whose cells a spreadsheet takes for no formula', () => {
  expect(flagFile(flags, 'csv', about).split('\r\n')).toEqual([
    'day,app,screen,target,role,region,reason',
    '2026-11-26,ehr,vitals,save,,,unclear-words',
    '2026-11-26,ehr,vitals,,button,form,slow',
    '',
  ])
})
