import { expect, test } from 'vitest'
import { wardPack } from '../testing/sample-pack.ts'
import { examplePath, readPathValues } from './example-path.ts'

const { screens } = wardPack()
const [chart] = screens
if (chart === undefined) throw new Error('no chart')
const path = (text: string, example = '/patient/a1/chart?x=1') => {
  const values = readPathValues(text, screens)
  return values.ok ? examplePath(example, chart, values.value) : values.message
}

test('a value stands where the rule has its name, and can’t leave its part of the path', () => {
  expect(path('id=b2')).toBe('/patient/b2/chart?x=1')
  expect(path('id=../admin?x')).toBe('/patient/..%2Fadmin%3Fx/chart?x=1')
})

test('without values, and off its rule, an example is left as it is', () => {
  expect(examplePath('/patient/a1/chart', chart, new Map())).toBe('/patient/a1/chart')
  expect(path('id=b2', '/other/a1')).toBe('/other/a1')
})

test.each([
  ['id', 'name=value'],
  ['id=', 'name=value'],
  ['', 'name=value'],
  ['visit=1', "no URL rule of the pack has a ':visit'"],
])('%s is refused', (text, words) => {
  expect(path(text)).toContain(words)
})
