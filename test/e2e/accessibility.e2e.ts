import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { expectAccessible } from './helpers/axe.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

describe.each(BROWSERS)('the overlay has no fault that axe knows, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    await signIn(session.page, session.stack.ehr)
    await openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary')
    await session.overlay.onScreen('patient-summary')
  })
  afterAll(() => session?.stop())

  async function overlayIsSound(name: string): Promise<void> {
    await expectAccessible(kind, session.page, OVERLAY)
    await takePicture(session.page, kind, name)
    await takeNarrowPicture(session.page, kind, name)
  }

  test.runIf(kind === 'chromium')('what is tested as dark is dark', async () => {
    const { page } = session
    const colorIn = async (value: string) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      return page.$eval('>>> .launcher', (button) => getComputedStyle(button).backgroundColor)
    }
    expect(await colorIn('dark')).not.toBe(await colorIn('light'))
  })

  test('launcher, help panel, report', async () => {
    const { overlay, page } = session
    await overlayIsSound('launcher')
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    await overlayIsSound('help-panel')
    await overlay.press('report')
    await overlay.waitFor('report-slow')
    await overlayIsSound('report')
    await page.keyboard.press('Escape')
  })

  test('a callout, the bar of one put aside, and the end', async () => {
    const { overlay, page } = session
    await openChart(page, session.stack.ehr, john.uuid, 'patient-summary')
    await overlay.start('register-patient')
    await overlay.atStep('search-first')
    await overlayIsSound('callout')
    await page.keyboard.press('Escape')
    await overlay.waitFor('folded')
    await overlayIsSound('folded')
    await overlay.pressInBar('Show')
    await overlay.pressInCallout('Next')
    await overlay.atStep('open-form')
    await press(page, 'button[aria-label="Add patient"]')
    await overlay.atStep('given-name')
    await overlayIsSound('callout-form')
    await overlay.pressStop()
  })
})
