// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openOptions } from './testing/open-options.tsx'

it('asks the browser for the origin within the press, and saves the pattern', async () => {
  const { page, asked, worker, save } = await openOptions()
  await page.type('field-sites', 'https://ehr.example.org:8443/app/*')
  page.get('site-add').click()
  expect(asked).toEqual([['https://ehr.example.org/*']])
  await page.settle()
  expect(page.get('site').dataset.allowed).toBe('true')
  expect(worker.sent('access-changed')).toHaveLength(1)
  await save()
  expect(worker.own()).toEqual({ sites: ['https://ehr.example.org:8443/app/*'] })
})

it('keeps a site that the browser was told no for, and says so', async () => {
  const { page, worker } = await openOptions({}, { answer: false })
  await page.type('field-sites', 'ehr.example.org')
  await page.press('site-add')
  await page.settle()
  expect(page.get('site').dataset.allowed).toBe('false')
  expect(page.text('site-notice')).toContain('told no')
  expect(worker.sent('access-changed')).toHaveLength(0)
})

it('says which sites are not yet allowed, and asks for one again', async () => {
  const { page, asked } = await openOptions(
    { own: { sites: ['https://a.example.org/*', 'https://b.example.org/*'] } },
    { held: ['https://a.example.org/*'] },
  )
  await page.settle()
  expect(page.root.querySelectorAll('[data-testid="site"][data-allowed="false"]')).toHaveLength(1)
  await page.press('site-allow')
  await page.settle()
  expect(asked).toEqual([['https://b.example.org/*']])
  expect(page.find('site-allow')).toBeNull()
})

it.each([
  ['<all_urls>', 'match pattern'],
  ['*://*/*', 'match pattern'],
  ['a.example.org', 'on the list already'],
])('refuses %s beside the field, asks nothing and keeps it', async (typed, reason) => {
  const { page, asked } = await openOptions({ own: { sites: ['https://a.example.org/*'] } })
  await page.type('field-sites', typed)
  await page.press('site-add')
  await page.settle()
  expect(page.text('field-sites-fault')).toContain(reason)
  expect(page.get('field-sites').getAttribute('aria-invalid')).toBe('true')
  expect(page.get<HTMLInputElement>('field-sites').value).toBe(typed)
  expect(asked).toEqual([])
})

it('saves a site that was typed but not added', async () => {
  const { page, worker, save } = await openOptions()
  await page.type('field-sites', 'ehr.example.org')
  expect(page.text('unsaved')).toBe('1 unsaved change')
  await save()
  expect(worker.own()).toEqual({ sites: ['https://ehr.example.org/*'] })
})

it('counts a typed site that does not fit as not saved', async () => {
  const { page, worker, save } = await openOptions()
  await page.type('field-sites', '*://*/*')
  await page.type('field-department', 'icu')
  await save()
  expect(worker.own()).toEqual({ department: 'icu' })
  expect(page.text('save-status')).toContain('Saved, except 1 setting')
})

it('removes a site once that is saved', async () => {
  const { page, worker, save } = await openOptions({ own: { sites: ['https://a.example.org/*'] } })
  await page.press('site-remove')
  expect(page.find('site')).toBeNull()
  expect(worker.own()).toEqual({ sites: ['https://a.example.org/*'] })
  await save()
  expect(worker.own()).toEqual({})
})
