import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endpointOf } from './endpoint.ts'

test('each call of a poll asks the same', () => {
  const poll = endpointOf('https://ehr.test/queue?ward=3&at=12:01')
  expect(endpointOf('https://ehr.test/queue?ward=4&at=12:02')).toBe(poll)
  expect(endpointOf('https://ehr.test/queue?ward=3&at=12:01#3')).toBe(poll)
  expect(endpointOf('https://ehr.test/queue?1699')).toBe(endpointOf('https://ehr.test/queue?1704'))
  expect(endpointOf('https://ehr.test/encounter')).not.toBe(poll)
})

test('what else is asked of the same collection is another number', () => {
  const poll = endpointOf('https://ehr.test/queue?ward=3')
  expect(endpointOf('https://ehr.test/queue')).not.toBe(poll)
  expect(endpointOf('https://ehr.test/queue?save')).not.toBe(poll)
})

test('whatever the address, it is no number of an element', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      expect(endpointOf(address)).toBeLessThan(0)
    }),
  )
})
