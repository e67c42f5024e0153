import { setTimeout as wait } from 'node:timers/promises'
import { openChart, press, signIn, typeInto } from '../../../e2e/helpers/openmrs.ts'
import type { TwinPatient } from '../patients.ts'
import type { TwinSession } from './session.ts'

const JUDGED_MS = 8_500

/** Signs in once; what comes of that is no patient's. */
export async function enterOpenmrs(session: TwinSession): Promise<void> {
  await signIn(session.page, { ...session.stack.ehr, ...session.disguise })
  await session.page.goto('about:blank')
  await session.sentNow()
}

/** Uses OpenMRS with one patient: the vitals walkthrough with values of the patient's own, and a dead press. */
export async function useOpenmrs(session: TwinSession, patient: TwinPatient): Promise<string[]> {
  const { page, overlay, stack, disguise } = session
  disguise.show(patient)
  stack.ehr.reset()
  await page.bringToFront()
  await openChart(page, { ...stack.ehr, ...disguise }, patient.uuid, 'Patient%20Summary')
  await overlay.onScreen('patient-summary')
  await page.waitForSelector('::-p-text(Record vitals)')
  await overlay.start('record-vitals')
  await overlay.atStep('open-form')
  await press(page, 'button::-p-text(Record vitals)')
  // As many keys for any patient; which, is the patient's own.
  const own = (from: number, to: number) =>
    String(from + (Number(patient.identifier) % (to - from)))
  for (const [step, field, value] of [
    ['temperature', 'Temperature', own(36, 39)],
    ['systolic', 'systolic', own(110, 140)],
    ['diastolic', 'diastolic', own(60, 90)],
    ['pulse', 'Pulse', own(60, 90)],
    ['weight', 'Weight', own(50, 90)],
  ] as const) {
    await overlay.atStep(step)
    await typeInto(page, `input[name="${field}"]`, value)
    await page.keyboard.press('Tab')
  }
  await overlay.atStep('save')
  await press(page, 'button::-p-text(Save and close)')
  await overlay.atStep('check')
  await overlay.pressInCallout('Finish')
  await overlay.waitFor('completed')
  await wait(JUDGED_MS)
  await page.goto('about:blank')
  await wait(1_000)
  return session.sentNow()
}
