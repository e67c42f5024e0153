// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { openOptions } from './testing/open-options.tsx'

const field = (name: string) => `field-${name}`

describe('a field that does not fit', () => {
  it('says so when it is left, beside itself and to screen readers', async () => {
    const { page } = await openOptions()
    await page.type(field('collectorUrl'), 'http://c.example.org')
    expect(page.find('field-collectorUrl-fault')).toBeNull()
    await page.type(field('collectorUrl'), 'http://c.example.org', { leave: true })
    const input = page.get(field('collectorUrl'))
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(input.getAttribute('aria-describedby')).toContain(
      page.get('field-collectorUrl-fault').id,
    )
    expect(page.text('field-collectorUrl-fault')).toContain('an https address')
  })

  it('is forgiven as soon as it is mended', async () => {
    const { page } = await openOptions()
    await page.type(field('locale'), 'English', { leave: true })
    await page.type(field('locale'), 'en')
    expect(page.find('field-locale-fault')).toBeNull()
    expect(page.get(field('locale')).hasAttribute('aria-invalid')).toBe(false)
  })

  it('keeps what was typed while the good ones are saved', async () => {
    const { page, worker, save } = await openOptions({ own: { flushMinutes: 10 } })
    await page.type(field('department'), 'icu')
    await page.type(field('flushMinutes'), '0.1')
    await save()
    expect(worker.own()).toEqual({ flushMinutes: 10, department: 'icu' })
    expect(page.get<HTMLInputElement>(field('flushMinutes')).value).toBe('0.1')
    expect(page.text('save-status')).toContain('Saved, except 1 setting')
    expect(page.text('unsaved')).toBe('1 unsaved change')
    expect(document.activeElement).toBe(page.get(field('flushMinutes')))
  })

  it('is told beside its field where only the worker refuses it', async () => {
    const { page, save } = await openOptions({
      refusing: [{ key: 'cohort', message: 'no such group' }],
    })
    await page.type(field('cohort'), 'pilot-z')
    await save()
    expect(page.text('field-cohort-fault')).toContain('no such group')
    expect(page.get<HTMLInputElement>(field('cohort')).value).toBe('pilot-z')
    expect(page.find('warnings')).toBeNull()
  })
})

describe('saving', () => {
  it('keeps what another page has saved meanwhile', async () => {
    const { page, worker, save } = await openOptions({ own: { telemetry: 'off' } })
    await worker.ask('save-settings', { telemetry: 'on' })
    await page.type(field('department'), 'icu')
    await save()
    expect(worker.own()).toEqual({ telemetry: 'on', department: 'icu' })
    expect(page.text('save-status')).toBe('Saved.')
    expect(page.text('unsaved')).toBe('No unsaved changes')
  })

  it('shows what another page has saved, and keeps the edits, when read again', async () => {
    const { page, worker, model } = await openOptions()
    await page.type(field('department'), 'icu')
    await worker.ask('save-settings', { telemetry: 'on', department: 'ward' })
    await model.load()
    await page.settle()
    expect(page.get<HTMLInputElement>(field('telemetry')).checked).toBe(true)
    expect(page.get<HTMLInputElement>(field('department')).value).toBe('icu')
  })

  it('keeps what is typed while the save is under way', async () => {
    const { page, worker } = await openOptions()
    await page.type(field('department'), 'icu')
    page.get('save').click()
    page.get<HTMLInputElement>(field('department')).value = 'icu-two'
    page.get(field('department')).dispatchEvent(new Event('input', { bubbles: true }))
    await page.settle()
    expect(worker.own()).toEqual({ department: 'icu' })
    expect(page.get<HTMLInputElement>(field('department')).value).toBe('icu-two')
    expect(page.text('unsaved')).toBe('1 unsaved change')
  })

  it('takes an emptied field back to its default', async () => {
    const { page, worker, save } = await openOptions({ own: { flushMinutes: 10 } })
    await page.type(field('flushMinutes'), '')
    await save()
    expect(worker.own()).toEqual({})
    expect(page.get<HTMLInputElement>(field('flushMinutes')).value).toBe('5')
  })

  it('loses nothing where the worker does not answer', async () => {
    const { page, worker, save } = await openOptions({ failing: { 'save-settings': 'Gone.' } })
    await page.type(field('department'), 'icu')
    await save()
    expect(page.text('save-status')).toContain('Not saved: Gone.')
    expect(page.get<HTMLInputElement>(field('department')).value).toBe('icu')
    delete worker.failing['save-settings']
    await save()
    expect(worker.own()).toEqual({ department: 'icu' })
  })

  it('can be called off', async () => {
    const { page, worker } = await openOptions({ own: { department: 'icu' } })
    await page.type(field('department'), 'ward')
    await page.press('discard')
    expect(page.get<HTMLInputElement>(field('department')).value).toBe('icu')
    expect(worker.sent('save-settings')).toHaveLength(0)
  })
})

describe('what the organisation sets', () => {
  const managed = {
    collectorUrl: 'https://c.example.org',
    collectorToken: 'token-123',
    telemetry: 'on',
    comments: 'checked',
    sites: ['https://ehr.example.org/*'],
  } as const

  it('is shown, locked, and never saved as the person’s own', async () => {
    const { page, worker, save } = await openOptions({
      own: { collectorUrl: 'https://mine.example.org' },
      managed: { ...managed, sites: [...managed.sites] },
    })
    const url = page.get<HTMLInputElement>(field('collectorUrl'))
    expect(url.value).toBe(managed.collectorUrl)
    expect(url.readOnly).toBe(true)
    expect(page.text('field-collectorUrl-lock')).toBe('Set by your organisation')
    expect(page.get<HTMLInputElement>(field('telemetry')).disabled).toBe(true)
    expect(page.get<HTMLSelectElement>(field('comments')).disabled).toBe(true)
    await page.type(field('collectorUrl'), 'https://evil.example.org')
    await page.type(field('department'), 'icu')
    await save()
    expect(worker.own()).toEqual({ collectorUrl: 'https://mine.example.org', department: 'icu' })
  })

  it('keeps its token masked, and its sites without add or remove', async () => {
    const { page } = await openOptions({ managed: { ...managed, sites: [...managed.sites] } })
    expect(page.get<HTMLInputElement>(field('collectorToken')).type).toBe('password')
    expect(page.find('reveal-token')).toBeNull()
    expect(page.find('site-remove')).toBeNull()
    expect(page.find('site-add')).toBeNull()
    expect(page.find('site-allow')).not.toBeNull()
  })

  it('is named at the top where it does not fit', async () => {
    const { page } = await openOptions({
      warnings: [{ key: 'flushMinutes', message: 'a number of minutes' }],
    })
    expect(page.text('warnings')).toContain('flushMinutes: a number of minutes')
  })
})

it('shows the token only while asked to', async () => {
  const { page } = await openOptions({ own: { collectorToken: 'token-123' } })
  const token = () => page.get<HTMLInputElement>(field('collectorToken')).type
  expect(token()).toBe('password')
  await page.press('reveal-token')
  expect(token()).toBe('text')
  await page.press('reveal-token')
  expect(token()).toBe('password')
})
