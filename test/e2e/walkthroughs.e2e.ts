import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { expectPointedAt } from './helpers/expectations.ts'
import { expectInRecord } from './helpers/in-record.ts'
import { openChart, press, pressUntil, signIn, typeInto } from './helpers/openmrs.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

describe.each(BROWSERS)('walkthroughs of OpenMRS, by mouse and keyboard, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    // As the app itself would hear of them.
    await session.page.evaluateOnNewDocument(() => {
      window.addEventListener('error', ({ message }) => console.error(`heard: ${message}`))
    })
    await signIn(session.page, session.stack.ehr)
  })
  afterAll(() => session?.stop())
  beforeEach(() => openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary'))

  const start = (walkthrough: string) => session.overlay.start(walkthrough)
  // The app has errors of its own, such as a request that a reload cuts off.
  const OURS = /^heard:.*(ResizeObserver|extension:|handrail)/i
  afterEach(() => expect(session.logged.filter((line) => OURS.test(line))).toEqual([]))
  const at = (step: string, selector: string) =>
    expectPointedAt(session.page, session.overlay, step, selector)

  test('adding an allergy', async () => {
    const { page, overlay } = session
    await start('add-allergy')
    await at('open-list', 'nav a[href$="/chart/allergies"]')
    await press(page, 'nav a[href$="/chart/allergies"]')
    await at('open-form', '[data-extension-id^="allergies-details"] button::-p-text(Add)')
    await press(page, '[data-extension-id^="allergies-details"] button::-p-text(Add)')
    await at('allergen', '#allergen')
    await press(page, '#allergen')
    await press(page, '[role="option"]:not([aria-disabled="true"]):not([disabled])')
    await overlay.pressInCallout('Next')
    await at('reactions', 'fieldset:has([type="checkbox"])')
    await press(page, 'label::-p-text(Rash)')
    await overlay.pressInCallout('Next')
    await overlay.atStep('severity')
    await press(page, 'label[for="mild"]')
    await overlay.atStep('save')
    await press(page, 'button::-p-text(Save and close)')
    await overlay.atStep('check')
    await overlay.pressInCallout('Finish')
    await overlay.waitFor('completed')
    await page.waitForSelector('table[aria-label="allergies summary"] ::-p-text(Mild)')
  })

  test('registering a patient', async () => {
    const { page, overlay } = session
    await start('register-patient')
    await at('search-first', '[data-testid="searchPatientIcon"]')
    await overlay.pressInCallout('Next')
    await at('open-form', 'button[aria-label="Add patient"]')
    await press(page, 'button[aria-label="Add patient"]')
    await at('given-name', '#givenName')
    await typeInto(page, '#givenName', 'Marguerite')
    await page.keyboard.press('Tab')
    await at('family-name', '#familyName')
    await typeInto(page, '#familyName', 'Snowberry')
    await page.keyboard.press('Tab')
    await overlay.atStep('sex')
    await press(page, 'label[for="gender-option-female"]')
    await at('birth-date', '#birthdate')
    await press(page, '#birthdate [role="spinbutton"]')
    await page.keyboard.type('07051990')
    await overlay.pressInCallout('Next')
    await overlay.atStep('save')
    await press(page, 'button::-p-text(Register patient)')
    await overlay.atStep('check')
    await overlay.pressInCallout('Finish')
    await overlay.waitFor('completed')
    await page.waitForSelector('::-p-text(Snowberry)')
  })

  test('ordering a medication', async () => {
    const { page, overlay } = session
    await start('order-medication')
    await at('open-basket', 'button[aria-label="Order basket"]')
    await press(page, 'button[aria-label="Order basket"]')
    await overlay.atStep('add-order')
    await press(page, '#omrs-workspaces-container button::-p-text(Add)')
    await at('find-drug', '#omrs-workspaces-container input[type="search"]')
    await typeInto(page, '#omrs-workspaces-container input[type="search"]', 'aspirin')
    await page.waitForSelector('::-p-text(2 results)')
    await pressUntil(page, 'button::-p-text(Order form)', '#doseSelection')
    await at('dose', '#doseSelection')
    await typeInto(page, '#doseSelection', '1')
    await page.keyboard.press('Tab')
    await at('route', '#editRoute')
    await press(page, '#editRoute')
    await press(page, '[role="option"]::-p-text(Oral)')
    await overlay.pressInCallout('Next')
    await at('frequency', '#editFrequency')
    await press(page, '#editFrequency')
    await press(page, '[role="option"]::-p-text(Twice daily)')
    await overlay.pressInCallout('Next')
    await overlay.atStep('duration')
    await overlay.pressInCallout('Skip')
    await overlay.atStep('quantity')
    await overlay.pressInCallout('Show me where')
    await at('quantity', '#quantityDispensed')
    await typeInto(page, '#quantityDispensed', '10')
    await overlay.pressInCallout('Next')
    await at('refills', '#prescriptionRefills')
    await typeInto(page, '#prescriptionRefills', '0')
    await page.keyboard.press('Tab')
    await overlay.atStep('indication')
    await typeInto(page, '#indication', 'Headache')
    await page.keyboard.press('Tab')
    await overlay.atStep('save-order')
    await press(page, 'button::-p-text(Save order)')
    await overlay.atStep('sign')
    await press(page, 'button::-p-text(Sign and close)')
    await overlay.atStep('check')
    await overlay.pressInCallout('Finish')
    await overlay.waitFor('completed')
    await press(page, 'nav a[href$="/chart/medications"]')
    await page.waitForSelector('table[aria-label="medications"] ::-p-text(Aspirin)')
  })

  test('a walkthrough goes on after a reload, and is gone for good once stopped', async () => {
    const { page, overlay } = session
    await start('record-vitals')
    await overlay.atStep('open-form')
    await press(page, 'button::-p-text(Record vitals)')
    await overlay.atStep('temperature')
    await overlay.pressInCallout('Skip')
    await overlay.atStep('systolic')
    await expectInRecord(session)
    await page.reload()
    // Nothing remembers whose record it was; and the form is closed: Handrail says where it goes on.
    await overlay.pressIn('record-pause', 'Continue here')
    await overlay.waitFor('waiting')
    await press(page, 'button::-p-text(Record vitals)')
    await overlay.atStep('systolic')
    await overlay.pressInCallout('Back')
    await overlay.atStep('temperature')
    await overlay.pressStop()
    await overlay.isGone('callout')
    await page.reload()
    await overlay.onScreen('patient-summary')
    expect(await page.$('>>> [data-testid="callout"]')).toBeNull()
    expect(await page.$('>>> [data-testid="waiting"]')).toBeNull()
  })

  test('Escape puts a callout aside, and it can be shown again', async () => {
    const { page, overlay } = session
    await start('record-vitals')
    await overlay.atStep('open-form')
    await page.keyboard.press('Escape')
    await overlay.isGone('callout')
    await overlay.waitFor('folded')
    await overlay.pressInBar('Show')
    await overlay.atStep('open-form')
    await overlay.pressStop()
    await overlay.isGone('callout')
  })
})
