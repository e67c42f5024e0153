// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { openOptions } from './testing/open-options.tsx'

it('asks the browser for a new server within the press on Save, without its port', async () => {
  const { page, asked, worker } = await openOptions()
  await page.type('field-collectorUrl', 'https://c.example.org:8443')
  await page.type('field-channelUrl', 'https://h.example.org/v1/channels/main')
  await page.type('field-sites', 'ehr.example.org')
  page.get('save').click()
  expect(asked).toEqual([
    ['https://c.example.org/*', 'https://h.example.org/*', 'https://ehr.example.org/*'],
  ])
  await page.settle()
  expect(worker.own()).toMatchObject({ collectorUrl: 'https://c.example.org:8443' })
  expect(page.find('reach-collectorUrl')).toBeNull()
  expect(worker.sent('sync-now')).toHaveLength(1)
})

it('asks nothing where no address was changed, or where it does not fit', async () => {
  const { page, asked, save } = await openOptions({ own: { collectorUrl: 'https://c.example' } })
  await page.type('field-department', 'icu')
  await page.type('field-channelUrl', 'http://h.example.org/v1/channels/main')
  await save()
  expect(asked).toEqual([])
})

it('saves an address that the browser was told no for, and says so beside it', async () => {
  const { page, worker, save } = await openOptions({}, { answer: false })
  await page.type('field-collectorUrl', 'https://c.example.org')
  await save()
  expect(worker.own()).toEqual({ collectorUrl: 'https://c.example.org' })
  expect(page.text('reach-collectorUrl-words')).toContain('https://c.example.org/*')
  expect(page.text('reach-collectorUrl-words')).toContain('told no')
  expect(page.find('reach-channelUrl')).toBeNull()
})

it('lets a server be allowed that the organisation has set, and tries it at once', async () => {
  const { page, asked, worker } = await openOptions({
    managed: { channelUrl: 'https://h.example.org/v1/channels/main' },
  })
  await page.press('reach-channelUrl-allow')
  await page.settle()
  expect(asked).toEqual([['https://h.example.org/*']])
  expect(page.find('reach-channelUrl')).toBeNull()
  expect(worker.sent('sync-now')).toHaveLength(1)
})
