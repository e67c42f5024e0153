import { press, typeInto } from './openmrs.ts'
import type { Session } from './session.ts'

/** Typed into the record during the walkthrough: canaries as well. */
export const TYPED = {
  Temperature: '36.91',
  systolic: '121',
  diastolic: '79',
  Pulse: '66',
  Weight: '73.57',
}

const FIELDS = [
  ['temperature', 'Temperature'],
  ['systolic', 'systolic'],
  ['diastolic', 'diastolic'],
  ['pulse', 'Pulse'],
  ['weight', 'Weight'],
] as const

/** The vitals walkthrough from the help panel to its last step, by really using OpenMRS. */
export async function walkThroughVitals({ page, overlay }: Session): Promise<void> {
  await overlay.start('record-vitals')
  await overlay.atStep('open-form')
  await press(page, 'button::-p-text(Record vitals)')
  for (const [step, field] of FIELDS) {
    await overlay.atStep(step)
    await typeInto(page, `input[name="${field}"]`, TYPED[field])
    await page.keyboard.press('Tab')
  }
  await overlay.atStep('save')
  await press(page, 'button::-p-text(Save and close)')
  await overlay.atStep('check')
  await overlay.pressInCallout('Finish')
  await overlay.waitFor('completed')
}
