import { expect, test } from 'vitest'
import { matchPath } from './route.ts'

test.each([
  ['rest/v1/visit', 'rest/v1/visit', {}],
  ['rest/v1/visit/:uuid', 'rest/v1/visit/1', { uuid: '1' }],
  ['rest/v1/visit/:uuid', 'rest/v1/visit', undefined],
  ['rest/v1/visit', 'rest/v1/visit/1', undefined],
  ['rest/v1/queueutil/*', 'rest/v1/queueutil/a/b', {}],
  ['rest/v1/queueutil/*', 'rest/v1/queueutil', undefined],
])('%s and %s', (pattern, path, expected) => {
  expect(matchPath(pattern, path)).toEqual(expected)
})
