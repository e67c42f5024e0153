// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { openOptions } from './testing/open-options.tsx'

test('what was changed in the help panel is taken back by one press, and said so', async () => {
  const { page, worker } = await openOptions()
  await page.press('reset-personal')
  await page.settle()
  expect(worker.sent('reset-personal')).toHaveLength(1)
  expect(page.text('personal-said')).toBe('Everything is as it was at first.')
})

test('where it could not be done, that is said', async () => {
  const { page } = await openOptions({ failing: { 'reset-personal': 'Gone.' } })
  await page.press('reset-personal')
  await page.settle()
  expect(page.text('personal-said')).toContain('Gone.')
})
