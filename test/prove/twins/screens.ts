import type { TwinScreen } from './app.ts'

const openmrs = (id: string, part: string, hasForm = false): TwinScreen => ({
  ...{ id, path: `/openmrs/spa/patient/:id/chart/${part}`, isOpenmrs: true, hasForm },
})

/** The screen of the app of our own, which has all 25 hiding places. */
export const CHART: TwinScreen = {
  ...{ id: 'chart', path: '/twins/:id/chart', isOpenmrs: false, hasForm: false },
}

/** Screens with the addresses, landmarks and names by which the OpenMRS pack knows them. */
export const REBUILT: readonly TwinScreen[] = [
  openmrs('patient-summary', 'Patient%20Summary'),
  openmrs('allergies', 'Allergies'),
  openmrs('vitals-form', 'Vitals%20%26%20Biometrics', true),
]

export const SCREENS: readonly TwinScreen[] = [CHART, ...REBUILT]
