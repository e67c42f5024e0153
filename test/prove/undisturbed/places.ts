import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { john } from '../../../demo/openmrs/patients.ts'
import type { FixtureSession } from '../../e2e/helpers/fixture-session.ts'
import { openChart } from '../../e2e/helpers/openmrs.ts'
import { overlayOf } from '../../e2e/helpers/overlay.ts'
import type { Session } from '../../e2e/helpers/session.ts'
import { differences, pageState } from './page-state.ts'

/** A screen on which runs are made. */
export interface Place {
  name: string
  open: (page: Page) => Promise<void>
  /** Moves parts of its own when it is scrolled or resized: its own doing, so neither is done. */
  isMoving?: true
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
      // Escape is the person’s own act, and what an app does upon it is no doing of Handrail’s.
      await page.evaluate("isDeaf = true; openTrap('sentinels')")
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
    isMoving: true,
    async open(page) {
      await openChart(page, stack.ehr, john.uuid, ADDRESSES[screen] ?? screen)
      await overlayOf(page).onScreen(screen)
      await settled(page)
    },
  }))
}

const REST_MS = 3_000
const SETTLED_WITHIN_MS = 60_000

/** Until a page that loads in many parts has asked for nothing, and is the same, for some time. */
async function settled(page: Page): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN_MS
  let asked = Date.now()
  const heard = () => {
    asked = Date.now()
  }
  page.on('request', heard)
  let before = await pageState(page)
  for (let isSame = false; !isSame || Date.now() - asked < REST_MS; ) {
    if (Date.now() > until) throw new Error(`${page.url()} does not come to rest`)
    await wait(REST_MS / 2)
    const now = await pageState(page)
    isSame = differences(before, now).length === 0
    before = now
  }
  page.off('request', heard)
}
