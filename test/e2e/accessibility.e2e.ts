import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { axeFaults } from './helpers/axe.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

const SCHEMES = ['light', 'dark'] as const

describe.each(BROWSERS)('the overlay has no fault that axe knows, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    await signIn(session.page, session.stack.ehr)
    await openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary')
    await session.overlay.onScreen('patient-summary')
  })
  afterAll(() => session?.stop())

  async function expectAccessible(): Promise<void> {
    const { page } = session
    for (const value of SCHEMES) {
      if (kind === 'chromium')
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      expect(await axeFaults(page, ':root > div[popover="manual"]')).toEqual([])
    }
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
    await expectAccessible()
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    await expectAccessible()
    await overlay.press('report')
    await overlay.waitFor('report-slow')
    await expectAccessible()
    await page.keyboard.press('Escape')
  })

  test('a callout, the bar of one put aside, and the end', async () => {
    const { overlay, page } = session
    await openChart(page, session.stack.ehr, john.uuid, 'patient-summary')
    await overlay.press('launcher')
    await overlay.press('offer-register-patient')
    await overlay.atStep('search-first')
    await expectAccessible()
    await page.keyboard.press('Escape')
    await overlay.waitFor('folded')
    await expectAccessible()
    await overlay.pressInBar('Show')
    await overlay.pressInCallout('Next')
    await overlay.atStep('open-form')
    await press(page, 'button[aria-label="Add patient"]')
    await overlay.atStep('given-name')
    await expectAccessible()
    await overlay.pressStop()
  })
})
