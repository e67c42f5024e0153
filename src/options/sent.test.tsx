// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { FAKE_NOW } from '../page-kit/testing/fake-worker.ts'
import { HOUR_MS, type Tally } from '../vocabulary/tally.ts'
import { openOptions } from './testing/open-options.tsx'

const tally = (at: number): Tally => ({
  uid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  hour: Math.floor(FAKE_NOW / HOUR_MS),
  kind: 'rage_click',
  app: 'openmrs',
  screen: 'vitals-form',
  count: 2,
  firstToday: true,
  firstThisWeek: false,
})
const batch = (at: number) => ({
  sentAt: FAKE_NOW - at * HOUR_MS,
  tallies: [tally(at)],
  lines: ['Rage click in Vitals form, 2–3 times'],
})

describe('the log', () => {
  it('says that nothing was sent', async () => {
    const { page } = await openOptions()
    expect(page.text('sent-empty')).toContain('Nothing has been sent')
    expect(page.find('sent-log')).toBeNull()
  })

  it('has each record in words, and the very record as JSON', async () => {
    const { page } = await openOptions({ log: [batch(0)] })
    const record = page.get('sent-record')
    expect(record.querySelector('summary')?.textContent).toBe(
      'Rage click in Vitals form, 2–3 times',
    )
    expect(JSON.parse(record.querySelector('pre')?.textContent ?? '')).toEqual(tally(0))
  })

  it('begins with the newest, and shows older ones when asked', async () => {
    const { page } = await openOptions({
      log: Array.from({ length: 13 }, (_, at) => batch(12 - at)),
    })
    const batches = () => page.root.querySelectorAll('[data-testid="sent-batch"]')
    expect(batches()).toHaveLength(10)
    expect(batches()[0]?.textContent).toContain('14:05')
    await page.press('sent-older')
    expect(batches()).toHaveLength(13)
    expect(page.find('sent-older')).toBeNull()
  })

  it('says that it can’t be read, rather than that it is empty', async () => {
    const { page } = await openOptions({ failing: { 'sent-log': 'The store is damaged.' } })
    expect(page.text('sent-failure')).toContain('The store is damaged.')
    expect(page.find('sent-empty')).toBeNull()
  })
})

describe('deleting what waits', () => {
  const status = { waiting: 3, delivery: { state: 'waiting' as const, waiting: 3 } }

  it('asks first, with Keep in focus', async () => {
    const { page, worker } = await openOptions({ status })
    await page.press('delete-waiting')
    expect(worker.sent('delete-waiting')).toHaveLength(0)
    expect(document.activeElement).toBe(page.get('delete-keep'))
    await page.press('delete-keep')
    expect(worker.sent('delete-waiting')).toHaveLength(0)
    expect(document.activeElement).toBe(page.get('delete-waiting'))
  })

  it('deletes when confirmed, and says how many', async () => {
    const { page, worker } = await openOptions({ status })
    await page.press('delete-waiting')
    await page.press('delete-confirm')
    await page.settle()
    expect(worker.sent('delete-waiting')).toHaveLength(1)
    expect(page.text('deleted')).toBe('3 records deleted.')
  })

  it('does not ask where nothing waits', async () => {
    const { page } = await openOptions()
    await page.press('delete-waiting')
    expect(page.find('delete-confirm')).toBeNull()
    expect(page.get('delete-waiting').getAttribute('aria-disabled')).toBe('true')
  })

  it('says so where it fails', async () => {
    const { page } = await openOptions({ status, failing: { 'delete-waiting': 'Store locked.' } })
    await page.press('delete-waiting')
    await page.press('delete-confirm')
    await page.settle()
    expect(page.text('deleted')).toContain('Store locked.')
  })
})

describe('what goes along with reports', () => {
  const note = {
    uid: '00000000-0000-4000-8000-000000000099',
    day: 20_781,
    screen: 'vitals-form',
    outcome: 'slow',
    comment: 'Too late.',
  } as const

  it('is told by itself, with the record and the bytes of its request', async () => {
    const { page } = await openOptions({
      log: [
        { sentAt: FAKE_NOW, tallies: [], note, lines: ['Report: “Too late.”'], body: '{"a":1}' },
      ],
    })
    expect(page.text('sent-record')).toContain('Report: “Too late.”')
    expect(page.get('sent-raw').querySelector('pre')?.textContent).toBe('{"a":1}')
  })

  it('is told in words while it waits', async () => {
    const { page } = await openOptions({
      queued: ['Report: “Too late.”'],
      status: { waiting: 1, delivery: { state: 'waiting', waiting: 1 } },
    })
    expect(page.text('queued-record')).toBe('Report: “Too late.”')
  })

  it('is held back with everything else by a pause', async () => {
    const { page, worker } = await openOptions()
    await page.press('pause-all')
    await page.settle()
    expect(worker.sent('pause')).toEqual([{ minutes: 60 }])
    expect(page.text('paused-until')).toContain('Paused until')
    await page.press('pause-all')
    await page.settle()
    expect(page.text('paused-until')).toBe('')
  })
})
