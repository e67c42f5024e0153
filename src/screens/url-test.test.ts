import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { urlRuleParts } from '../vocabulary/url-rule-parts.ts'
import { urlTest } from './url-test.ts'

afterEach(() => vi.unstubAllGlobals())

const part = fc.constantFrom('a', 'list-', '.', '..', '...', 'é', '%20', '%2E%2e', 'b b', '~x', '')
const wild = fc.constantFrom(':id', ':id*', ':id+', '*', '', '')
const path = fc
  .array(fc.tuple(part, wild), { minLength: 1, maxLength: 4 })
  .map((parts) => `/${parts.map((pair) => pair.join('')).join('/')}`)
const address = fc
  .array(fc.constantFrom('a', 'list-', 'list-7', '.', '..', 'é', '%20', 'b b', '~x', 'b', ''), {
    maxLength: 4,
  })
  .map((parts) => new URL(`https://ehr.test/${parts.join('/')}?tab=a#x`))

test('it says what URLPattern says', () => {
  fc.assert(
    fc.property(path, address, (rule, url) => {
      let whole: boolean
      try {
        whole = new URLPattern(urlRuleParts(rule)).test(url.href)
      } catch {
        return
      }
      expect(urlTest([rule])(url)).toBe(whole)
    }),
    { numRuns: 3_000 },
  )
})

test('of a thousand rules for other paths no pattern is made', () => {
  const made = vi.fn()
  const Pattern = globalThis.URLPattern
  vi.stubGlobal(
    'URLPattern',
    class extends Pattern {
      constructor(parts: URLPatternInit) {
        super(parts)
        made()
      }
    },
  )
  const tests = Array.from({ length: 1_000 }, (_, index) => urlTest([`/ward-${index}/:id`]))
  const url = new URL('https://ehr.test/ward-7/bed')
  expect(tests.filter((fits) => fits(url))).toHaveLength(1)
  expect(made).toHaveBeenCalledTimes(1)
})
