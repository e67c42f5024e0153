import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { john } from '../../../demo/openmrs/patients.ts'
import type { FixtureSession } from '../../e2e/helpers/fixture-session.ts'
import { openChart } from '../../e2e/helpers/openmrs.ts'
import { overlayOf } from '../../e2e/helpers/overlay.ts'
import type { Session } from '../../e2e/helpers/session.ts'
import { differences, pageState } from './page-state.ts'
import { keepMinute } from './rest.ts'

/** A screen on which runs are made. */
export interface Place {
  name: string
  /** Those that begin here. */
  walkthroughs: readonly string[]
  open: (page: Page) => Promise<void>
  /** The same screen, where Handrail is not. */
  openAlone?: (page: Page) => Promise<void>
  /** Before each run, in place of its beginning. */
  ready?: (page: Page) => Promise<void>
  /** Moves parts of its own when the pointer passes, or it is scrolled or resized. */
  isMoving?: boolean
}

interface Fixture {
  path: string
  /** Where it is not the path. */
  screen?: string
  walkthroughs: readonly string[]
  /** Done in the page once it is open. */
  first?: string
}

const FIXTURES: readonly Fixture[] = [
  { path: 'hints', walkthroughs: ['refer'] },
  { path: 'lookalikes', walkthroughs: ['stop-one', 'stop-any'] },
  { path: 'overflow', walkthroughs: ['balance'] },
  { path: 'shadow', walkthroughs: ['sign'] },
  { path: 'covers', walkthroughs: ['beside-zones'] },
  { path: 'spa', screen: 'ward', walkthroughs: ['task'] },
  { path: 'late', walkthroughs: ['acknowledge'], first: 'arrive()' },
  { path: 'missing', walkthroughs: ['wait', 'pass'] },
  { path: 'release', walkthroughs: ['dose'] },
  { path: 'own', walkthroughs: ['order-blood'] },
  { path: 'stacking', walkthroughs: ['stack'] },
]

/** Screens of the small apps: hints, lists of things alike, scrolling parts, shadow roots, zones. */
export function fixturePlaces(session: FixtureSession): Place[] {
  const open =
    ({ path, screen, first }: Fixture) =>
    async (page: Page) => {
      await page.goto(`${session.site.origin}/${path}`)
      await overlayOf(page).onScreen(screen ?? path)
      if (first) await page.evaluate(first)
    }
  const modal: Place = {
    name: 'a dialog that keeps the focus',
    walkthroughs: ['in-trap'],
    open: open({ path: 'dialogs', walkthroughs: [] }),
    async ready(page) {
      await open({ path: 'dialogs', walkthroughs: [] })(page)
      // Escape is the person’s own act, and what an app does upon it is no doing of Handrail’s.
      await page.evaluate('isDeaf = true')
      await overlayOf(page).start('in-trap')
      await page.evaluate("openTrap('sentinels')")
      await overlayOf(page).atStep('order')
    },
  }
  const places = FIXTURES.map((fixture) => ({
    name: fixture.path,
    walkthroughs: fixture.walkthroughs,
    open: open(fixture),
  }))
  return [...places, modal]
}

const CHART = ['patient-summary', 'allergies', 'vitals-and-biometrics'] as const
const ADDRESSES: Record<string, string> = {
  'patient-summary': 'Patient%20Summary',
  allergies: 'Allergies',
  'vitals-and-biometrics': 'Vitals%20%26%20Biometrics',
}

/** The demo EHR under its other name, where Handrail is not permitted. */
export function aloneEhr({ ehr }: Session['stack']): Session['stack']['ehr'] {
  const elsewhere = (address: string) => address.replace('//127.0.0.1', '//localhost')
  return { ...ehr, origin: elsewhere(ehr.origin), url: elsewhere(ehr.url) }
}

/** Screens of OpenMRS; the browser is signed in under both names. */
export function openmrsPlaces({ stack }: Session): Place[] {
  const openIn = async (page: Page, ehr: typeof stack.ehr, screen: string) => {
    await keepMinute(page)
    await openChart(page, ehr, john.uuid, ADDRESSES[screen] ?? screen)
  }
  return CHART.map((screen) => ({
    name: `OpenMRS, ${screen}`,
    walkthroughs: ['record-vitals', 'add-allergy', ...(screen === CHART[0] ? ['intake'] : [])],
    isMoving: true,
    async open(page) {
      await openIn(page, stack.ehr, screen)
      await overlayOf(page).onScreen(screen)
      await settled(page)
    },
    async openAlone(page) {
      await openIn(page, aloneEhr(stack), screen)
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
