import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import { john } from '../../demo/openmrs/patients.ts'
import { canariesIn } from './helpers/canaries.ts'
import { dumpDatabase } from './helpers/collector-database.ts'
import { dumpExtensionStorage } from './helpers/extension-storage.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { createRecorder } from './helpers/recorder.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { TYPED, walkThroughVitals } from './helpers/vitals.ts'

const typed = Object.values(TYPED)

async function textOf(page: Page, testId: string): Promise<string> {
  const found = await page.waitForSelector(`[data-testid="${testId}"]`, { timeout: 20_000 })
  return (await found?.evaluate((element) => element.textContent ?? '')) ?? ''
}

describe.each(BROWSERS)('the main job, end to end, in %s', (kind) => {
  let session: Session
  let recorder: Awaited<ReturnType<typeof createRecorder>>
  let dataDir: string

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'handrail-e2e-'))
    session = await startSession(kind, 'none', dataDir)
    recorder = await createRecorder(session.stack.collector.url)
    await session.configure({ collectorUrl: recorder.url })
    await signIn(session.page, session.stack.ehr)
    await openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary')
    await session.overlay.onScreen('patient-summary')
  })
  afterAll(async () => {
    await session?.stop()
    await recorder?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('somebody records vitals with the walkthrough, to its last step', async () => {
    await walkThroughVitals(session)
    await session.page.waitForSelector('::-p-text(36.9)')
  })

  test('somebody hammers on a button that does nothing', async () => {
    const { page, overlay } = session
    await press(page, 'button[aria-label="Order basket"]')
    await overlay.onScreen('order-basket')
    const dead = await page.waitForSelector('button::-p-text(Sign and close)')
    await dead?.click({ count: 5, delay: 20 })
  })

  test('somebody reports in two presses from the help panel that a screen is hard', async () => {
    const { overlay } = session
    await overlay.press('launcher')
    await overlay.press('report')
    await overlay.press('report-too-many-steps')
    await overlay.waitFor('report-sent')
  })

  test('a researcher sees the visit, the walkthrough, the signal and the report', async () => {
    const { stack, loaded } = session
    const dashboard = await loaded.browser.newPage()
    await expect
      .poll(() => session.sync().then(() => recorder.sent.join('\n')), { timeout: 30_000 })
      .toContain('friction.rage_click')
    await dashboard.goto(stack.collector.createAdminLink())
    expect(Number(await textOf(dashboard, 'tile-visits-value'))).toBeGreaterThan(2)
    expect(await textOf(dashboard, 'screen-row-order-basket')).toContain('Order basket')
    expect(await textOf(dashboard, 'walkthrough-row-record-vitals')).toMatch(/Record vitals.*100/s)
    expect(await textOf(dashboard, 'report-row')).toMatch(/Order basket.*Too many steps/s)
    await dashboard.close()
  })

  test('what was sent is shown in words', async () => {
    const log = await askWorker<{ lines: string[] }[]>(session.loaded, 'sent-log')
    const lines = log.flatMap((batch) => batch.lines)
    expect(lines.join('\n')).toMatch(/walkthrough ‘Record vitals’/)
  })

  test('no canary is in anything sent, stored or logged', async () => {
    // The search itself is sound: the page that Handrail worked on is full of them.
    expect(canariesIn(await session.page.content()).length).toBeGreaterThan(5)
    expect(recorder.sent.join('\n')).toContain('friction.visit')
    expect(canariesIn(recorder.sent.join('\n'), typed)).toEqual([])
    const stored = await dumpExtensionStorage(session.loaded)
    expect(stored).toContain('record-vitals')
    expect(canariesIn(stored, typed)).toEqual([])
    const ours = session.logged.filter((line) => /handrail/i.test(line))
    expect(canariesIn(ours.join('\n'), typed)).toEqual([])
    await session.stop()
    const database = await dumpDatabase(join(dataDir, 'collector/database'))
    expect(database).toContain('record-vitals')
    expect(canariesIn(database, typed)).toEqual([])
  })
})
