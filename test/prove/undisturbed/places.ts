import type { Page } from 'puppeteer-core'
import { john } from '../../../demo/openmrs/patients.ts'
import type { FixtureSession } from '../../e2e/helpers/fixture-session.ts'
import { openChart } from '../../e2e/helpers/openmrs.ts'
import { overlayOf } from '../../e2e/helpers/overlay.ts'
import type { Session } from '../../e2e/helpers/session.ts'

/** A screen on which runs are made. */
export interface Place {
  name: string
  open: (page: Page) => Promise<void>
}

const FIXTURES = ['hints', 'lookalikes', 'overflow', 'shadow', 'covers', 'spa', 'late', 'release']

/** Screens of the small apps: hints, lists of things alike, scrolling parts, shadow roots, zones. */
export function fixturePlaces(session: FixtureSession): Place[] {
  const screens: Record<string, string> = { spa: 'ward' }
  const open = (path: string) => async (page: Page) => {
    await page.goto(`${session.site.origin}/${path}`)
    await overlayOf(page).onScreen(screens[path] ?? path)
  }
  const modal: Place = {
    name: 'a dialog that keeps the focus',
    async open(page) {
      await open('dialogs')(page)
      await page.evaluate("openTrap('sentinels')")
    },
  }
  return [...FIXTURES.map((path) => ({ name: path, open: open(path) })), modal]
}

const CHART = ['patient-summary', 'allergies', 'vitals-and-biometrics'] as const
const ADDRESSES: Record<string, string> = {
  'patient-summary': 'Patient%20Summary',
  allergies: 'Allergies',
  'vitals-and-biometrics': 'Vitals%20%26%20Biometrics',
}

/** Screens of OpenMRS; the browser is signed in. */
export function openmrsPlaces({ stack }: Session): Place[] {
  return CHART.map((screen) => ({
    name: `OpenMRS, ${screen}`,
    async open(page) {
      await openChart(page, stack.ehr, john.uuid, ADDRESSES[screen] ?? screen)
      await overlayOf(page).onScreen(screen)
      await page.waitForNetworkIdle({ idleTime: 1_500, timeout: 60_000 })
    },
  }))
}
