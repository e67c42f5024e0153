import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonHosts, isOnHosts, withLinksTo } from './link-hosts.ts'

const HOSTS = ['wiki.test', '*.clinic.test']

test.each([
  ['https://wiki.test/page', true],
  ['https://WIKI.test/page', true],
  ['https://a.clinic.test', true],
  ['https://a.b.clinic.test', true],
  ['https://clinic.test', false],
  ['https://evil-clinic.test', false],
  ['https://wiki.test.evil.test', false],
  ['https://wiki.test:8443/', false],
  ['https://wiki.test@evil.test/', false],
  ['http://wiki.test/', false],
  ['javascript:alert(1)//wiki.test', false],
  ['//wiki.test', false],
])('%s: %s', (address, isAllowed) => {
  expect(isOnHosts(address, HOSTS)).toBe(isAllowed)
})

describe('a text', () => {
  test('keeps the words of a link that leads elsewhere', () => {
    expect(withLinksTo(HOSTS, 'See [here](https://wiki.test) or [there](https://evil.test).')).toBe(
      'See [here](https://wiki.test) or there.',
    )
  })

  test('has no link that comes about by taking another out', () => {
    expect(withLinksTo(HOSTS, '[[a](https://evil.test) b](https://evil.test)')).toBe('a b')
  })

  test('leads nowhere else, whatever it is made of', () => {
    const part = fc.constantFrom(
      ...['[', ']', '(', ')', '](', '*', '`', 'a', ' ', 'https://wiki.test/', 'https://evil.test/'],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const left = withLinksTo(HOSTS, parts.join(''))
        for (const [, address = ''] of left.matchAll(/\[[^\]]+\]\((https:[^\s()[\]]+)\)/g))
          expect(new URL(address).host).toBe('wiki.test')
      }),
    )
  })
})

describe('a policy', () => {
  test.each([
    [undefined, HOSTS],
    [[], []],
    [['wiki.test'], ['wiki.test']],
    [['a.clinic.test'], ['a.clinic.test']],
    [['*.a.clinic.test', 'other.test'], ['*.a.clinic.test']],
    [['*.test'], HOSTS],
  ])('of %j leaves %j', (policy, left) => {
    expect(commonHosts(HOSTS, policy)).toEqual(left)
  })
})
