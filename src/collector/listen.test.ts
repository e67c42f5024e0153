import { expect, test } from 'vitest'
import { urlOf } from './listen.ts'

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4318/'],
  ['localhost', 'http://localhost:4318/'],
  ['::1', 'http://[::1]:4318/'],
])('a collector that listens on %s is asked at %s', (host, url) => {
  expect(new URL(urlOf(host, 4318)).href).toBe(url)
})
