import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Policy, type PolicyKey, parsePolicy } from '../vocabulary/policy.ts'
import { fieldFault, fieldText, fieldValue } from './field-text.ts'

const key = `${'A'.repeat(43)}=`
const values: Required<Policy> = {
  enabled: false,
  collectorUrl: 'https://c.example.org/x',
  collectorToken: 'token-123',
  channelUrl: 'http://localhost:4000/channel',
  trustedKeys: [key, key],
  sites: ['https://a.example.org/*', '*://b.example.org:1/x,y*'],
  telemetry: 'on',
  flushMinutes: 0.5,
  requestsPerFlush: 12,
  cohort: 'pilot-a',
  department: 'icu',
  linkHosts: ['wiki.example.org', '*.intranet.example.org'],
  roles: ['nurse', 'super-user'],
  appBuilds: ['openmrs@3.2.1', 'lab@2026-11'],
  optionalSignals: ['thrashed_cursor'],
  quietHours: ['22:00-06:00', '12:30-13:00'],
  comments: 'checked',
  wireframes: 'on',
  flagMode: 'on',
  locale: 'pt-BR',
}

it.each(Object.entries(values))('%s goes into its field and comes back the same', (name, value) => {
  expect(fieldValue(name as PolicyKey, fieldText(value))).toEqual(value)
})

it('never takes what the policy would refuse, nor refuses what it would take', () => {
  const name = fc.constantFrom(...(Object.keys(values) as PolicyKey[]))
  const text = fc.oneof(fc.string(), fc.constantFrom('5', '0,5', '0.1', 'icu', key, 'en'))
  fc.assert(
    fc.property(name, text, (field, typed) => {
      const { warnings } = parsePolicy({ [field]: fieldValue(field, typed) })
      expect(fieldFault(field, typed) === undefined).toBe(warnings.length === 0)
    }),
  )
})

describe('faults', () => {
  it('says which line of a list is wrong, empty lines counted', () => {
    expect(fieldFault('trustedKeys', `${key}\n\nnot a key`)).toMatchObject({ line: 3 })
  })

  it('takes a decimal comma', () => {
    expect(fieldValue('flushMinutes', ' 2,5 ')).toBe(2.5)
  })

  it('uses the words of the policy', () => {
    expect(fieldFault('flushMinutes', 'often')?.message).toBe('a number of minutes')
    expect(fieldFault('flushMinutes', '0.1')?.message).toContain('at least half a minute')
  })
})
