import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endpointOf } from './endpoint.ts'

test('each call of a poll asks the same', () => {
  const poll = endpointOf('https://ehr.test/queue')
  expect(endpointOf('https://ehr.test/queue?at=12:01')).toBe(poll)
  expect(endpointOf('https://ehr.test/queue#3')).toBe(poll)
  expect(endpointOf('https://ehr.test/encounter')).not.toBe(poll)
})

test('whatever the address, it is no number of an element', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      expect(endpointOf(address)).toBeLessThan(0)
    }),
  )
})
