import { expect, it } from 'vitest'
import { siteMatches } from '../vocabulary/site.ts'
import { sitePattern } from './site-pattern.ts'

it.each(['ehr.example.org', 'https://ehr.example.org', ' https://ehr.example.org/ '])(
  'takes the address %o for the whole site',
  (typed) => {
    expect(siteMatches(sitePattern(typed), 'https://ehr.example.org/chart/1?x=2')).toBe(true)
  },
)

it('leaves a pattern as it was typed', () => {
  expect(sitePattern('*://*.example.org:8443/app/*')).toBe('*://*.example.org:8443/app/*')
})

it('makes nothing of nothing', () => {
  expect(sitePattern('  ')).toBe('')
})
