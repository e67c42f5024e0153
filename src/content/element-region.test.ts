// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { ELEMENT_REGIONS } from '../vocabulary/element-regions.ts'
import { elementRegion } from './element-region.ts'

afterEach(() => document.body.replaceChildren())

test.each([
  ['<main><section><button id="x"></button></section></main>', 'main'],
  ['<main><table><tr><td><button id="x"></button></td></tr></table></main>', 'table'],
  ['<div role="alertdialog" aria-label="Jane Doe"><button id="x"></button></div>', 'dialog'],
  ['<div role="Jane Doe"><button id="x"></button></div>', undefined],
  ['<nav><a id="x" href="/">1</a></nav>', 'navigation'],
  ['<button id="x"></button>', undefined],
])('%s stands in %s', (html, region) => {
  document.body.innerHTML = html
  const element = document.querySelector('#x') ?? document.body
  expect(elementRegion(element)).toBe(region)
  if (region !== undefined) expect(ELEMENT_REGIONS).toContain(region)
})
