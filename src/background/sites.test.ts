import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { siteMatches } from '../vocabulary/site.ts'
import { patternCovers, withoutPort } from './match-pattern.ts'
import { allowedPatterns, packsAt } from './sites.ts'
import { samplePack } from './testing/sample-pack.ts'

describe('whether one match pattern covers another', () => {
  it.each([
    ['https://ehr.example.org/*', 'https://ehr.example.org/openmrs/*', true],
    ['https://*.example.org/*', 'https://ehr.example.org/*', true],
    ['*://ehr.example.org/*', 'https://ehr.example.org/*', true],
    ['http://localhost/*', 'http://localhost:8080/*', true],
    ['http://localhost:8080/*', 'http://localhost/*', false],
    ['https://ehr.example.org/openmrs/*', 'https://ehr.example.org/*', false],
    ['https://ehr.example.org/*', 'https://*.example.org/*', false],
    ['https://example.org/*', 'https://notexample.org/*', false],
    ['https://*.example.org/*', 'https://notexample.org/*', false],
    ['https://ehr.example.org/*', 'http://ehr.example.org/*', false],
  ])('%s covers %s: %s', (outer, inner, covers) => {
    expect(patternCovers(outer, inner)).toBe(covers)
  })

  it('never says yes where an address of the inner one is outside', () => {
    const glob = fc.stringMatching(/^\/[ab*]{0,6}$/)
    const path = fc.stringMatching(/^\/[ab]{0,8}$/)
    fc.assert(
      fc.property(glob, glob, path, (outer, inner, at) => {
        const [wide, narrow] = [`https://a.org${outer}`, `https://a.org${inner}`]
        const url = `https://a.org${at}`
        if (patternCovers(wide, narrow) && siteMatches(narrow, url))
          expect(siteMatches(wide, url)).toBe(true)
      }),
    )
  })
})

describe('the sites of a pack', () => {
  const pack = samplePack(1, ['https://ehr.example.org/*', 'https://lab.example.org/*'])

  it('are on only where the settings name them too', () => {
    expect(allowedPatterns(pack, [])).toEqual([])
    expect(allowedPatterns(pack, ['https://ehr.example.org/*'])).toEqual([
      'https://ehr.example.org/*',
    ])
  })

  it('are narrowed by narrower settings', () => {
    expect(allowedPatterns(pack, ['https://ehr.example.org/openmrs/*'])).toEqual([
      'https://ehr.example.org/openmrs/*',
    ])
  })

  it('are matched with their port by the worker, since Firefox’s patterns have none', () => {
    const local = samplePack(1, ['http://localhost:8080/*'])
    const sites = ['http://localhost/*']
    expect(packsAt('http://localhost:8080/x', [local], sites)).toEqual([local])
    expect(packsAt('http://localhost:9090/x', [local], sites)).toEqual([])
    expect(withoutPort('http://localhost:8080/*')).toBe('http://localhost/*')
  })
})
