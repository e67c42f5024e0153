import { expect, it } from 'vitest'
import { requestable } from './requestable.ts'

it('spells out both schemes, since neither host permission of the manifest holds both', () => {
  expect(requestable(['*://ehr.example.org/*'])).toEqual([
    'https://ehr.example.org/*',
    'http://ehr.example.org/*',
  ])
})

it('asks for each origin once', () => {
  expect(requestable(['https://a.example/*', '*://a.example/*'])).toEqual([
    'https://a.example/*',
    'http://a.example/*',
  ])
})
