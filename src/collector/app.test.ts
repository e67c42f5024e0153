import { expect, test } from 'vitest'
import { INGEST, useTestCollector } from './testing/app.ts'
import { bodyOf, makeTally } from './testing/tallies.ts'

const collector = useTestCollector()

test('closing waits for the write under way, and it is acknowledged', async () => {
  const begun = Promise.withResolvers<void>()
  const written = Promise.withResolvers<number>()
  const addTallies = () => {
    begun.resolve()
    return written.promise
  }
  const app = collector.app({ store: { ...collector.store(), addTallies } })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const answer = fetch(`${url}/v1/logs`, {
    method: 'POST',
    headers: { ...INGEST, 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf([makeTally()])),
  })
  await begun.promise
  let isClosed = false
  const closing = app.close().then(() => {
    isClosed = true
  })
  // A request that comes too late is turned away, in one way or another, and holds nothing up.
  await fetch(`${url}/healthz`).catch(() => undefined)
  expect(isClosed).toBe(false)
  written.resolve(1)
  expect((await answer).status).toBe(200)
  await closing
})

test('an address that does not exist is a clear 404', async () => {
  const response = await collector.app().inject('/v2/logs')
  expect([response.statusCode, response.json().error]).toEqual([404, 'not-found'])
})
