import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { expectInRecord } from './helpers/in-record.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

describe.each(BROWSERS)('what is under way outlives an interruption, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    await signIn(session.page, session.stack.ehr)
  })
  afterAll(() => session?.stop())

  async function startRegistration(): Promise<void> {
    const { overlay, page, stack } = session
    await page.goto(`${stack.ehr.origin}/openmrs/spa/home/appointments`)
    await overlay.onScreen('appointments')
    await overlay.start('register-patient')
    await overlay.atStep('search-first')
    await overlay.pressInCallout('Next')
    await overlay.atStep('open-form')
    await press(page, 'button[aria-label="Add patient"]')
    await overlay.atStep('given-name')
  }

  test('signed out and in again: it goes on at its step', async () => {
    const { overlay, page, stack } = session
    await startRegistration()
    await page.goto(`${stack.ehr.origin}/openmrs/spa/logout`)
    await page.waitForSelector('#username')
    expect(await page.$('>>> [data-testid="callout"]')).toBeNull()
    await signIn(page, stack.ehr)
    await page.goto(`${stack.ehr.origin}/openmrs/spa/patient-registration`)
    await overlay.atStep('given-name')
    await overlay.pressStop()
  })

  test('signed out in a patient’s record: there it asks first whether it is the one', async () => {
    const { overlay, page, stack } = session
    await openChart(page, stack.ehr, john.uuid, 'patient-summary')
    await overlay.start('record-vitals')
    await overlay.atStep('open-form')
    await expectInRecord(session)
    await page.goto(`${stack.ehr.origin}/openmrs/spa/logout`)
    await page.waitForSelector('#username')
    await signIn(page, stack.ehr)
    await openChart(page, stack.ehr, john.uuid, 'patient-summary')
    await overlay.waitFor('record-pause')
    await overlay.pressIn('record-pause', 'Continue here')
    await overlay.atStep('open-form')
    await overlay.pressStop()
  })

  test('the extension is updated: it goes on at its step', async () => {
    const { loaded, overlay, page } = session
    await startRegistration()
    await loaded.update('99.0')
    await page.bringToFront()
    await page.reload()
    await overlay.atStep('given-name')
    await overlay.pressStop()
  })
})
