import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { expectAccessible } from './helpers/axe.ts'
import { type ExtensionPage, openOptions, openPopup } from './helpers/extension-page.ts'
import { openChart, signIn } from './helpers/openmrs.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { syncStatus } from './helpers/sync.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

const PATIENCE = { timeout: 30_000 }

describe.each(BROWSERS)('popup and options, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    await signIn(session.page, session.stack.ehr)
    await openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary')
    await session.overlay.onScreen('patient-summary')
  })
  afterAll(() => session?.stop())

  const popup = () => openPopup(session.loaded, session.stack.ehr.origin)
  const isHandrailThere = async () =>
    (await session.page.$('>>> [data-testid="launcher"]')) !== null

  async function pageIsSound({ page, faults }: ExtensionPage, name: string): Promise<void> {
    await expectAccessible(kind, page, 'html')
    await takePicture(page, kind, name)
    await takeNarrowPicture(page, kind, name)
    expect(faults).toEqual([])
  }

  test('the popup says what is on for this site, and has no fault that axe knows', async () => {
    const page = await popup()
    await page.says('site-state', /On/)
    expect(await page.read('packs')).toContain('OpenMRS')
    await pageIsSound(page, 'popup')
    await page.close()
  })

  test('a pause takes Handrail off the page at once, and ends when told', async () => {
    const page = await popup()
    await page.press('pause-15')
    await page.says('site-state', /Paused/)
    await expect.poll(isHandrailThere, PATIENCE).toBe(false)
    await page.press('resume')
    await expect.poll(isHandrailThere, PATIENCE).toBe(true)
    await page.close()
  })

  test('options show what was sent, in words and as sent, and have no fault that axe knows', async () => {
    await expect
      .poll(async () => (await syncStatus(session)).delivery, PATIENCE)
      .toMatchObject({ state: 'idle', waiting: 0 })
    const page = await openOptions(session.loaded)
    await page.says('sent-log', /Patient summary/)
    const record = await page.page.$eval(
      '[data-testid="sent-record"] pre',
      (pre) => pre.textContent,
    )
    expect(JSON.parse(record)).toMatchObject({ app: 'openmrs' })
    await pageIsSound(page, 'options')
    await page.close()
  })

  test('no consent any more: nothing is kept and nothing is sent', async () => {
    await openChart(session.page, session.stack.ehr, john.uuid, 'allergies')
    await session.overlay.onScreen('allergies')
    const page = await popup()
    await page.press('consent')
    await expect
      .poll(async () => (await syncStatus(session)).delivery, PATIENCE)
      .toMatchObject({ state: 'off', waiting: 0 })
    await page.press('consent')
    await expect.poll(async () => (await syncStatus(session)).delivery.state, PATIENCE).toBe('idle')
    await page.close()
  })
})
