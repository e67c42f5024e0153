import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import type { Policy } from '../../src/vocabulary/policy.ts'
import { expectAccessible } from './helpers/axe.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { openSidePanel } from './helpers/side-panel.ts'
import { takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 1_000
const byTestId = (id: string) => `[data-testid="${id}"]`

describe.each(BROWSERS)('every form of help on OpenMRS, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    await signIn(session.page, session.stack.ehr)
  })
  afterAll(() => session?.stop())
  beforeEach(() => session.page.bringToFront())

  const chart = async (part: string, screen: string) => {
    await openChart(session.page, session.stack.ehr, john.uuid, part)
    await session.overlay.onScreen(screen)
    // The chart's parts come one after the other, and what lies below moves down.
    await session.page.waitForSelector('a::-p-text(Vitals history)', { timeout: 30_000 })
  }

  test('a hint beside its control; a tip while its field has the focus, which stays there', async () => {
    const { overlay, page } = session
    await chart('allergies', 'allergies')
    await overlay.press('beacon-add-allergy')
    await overlay.waitFor('hint-add-allergy')
    await page.keyboard.press('Escape')
    await overlay.isGone('hint-add-allergy')
    await press(page, 'button::-p-text(Record vitals)')
    await overlay.onScreen('vitals-form')
    await page.locator('input[name="Temperature"]').click()
    await overlay.waitFor('tip-temperature')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'Temperature',
    )
    await takePicture(page, kind, 'openmrs-tip')
    await expectAccessible(kind, page, OVERLAY)
  })

  test('a search with a slip of the finger finds what is meant', async () => {
    const { overlay, page } = session
    await chart('allergies', 'allergies')
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    await page.keyboard.type('alergy')
    await expect
      .poll(() =>
        page.$$eval('>>> [data-testid="results"] > li > *', (all) =>
          all.map((one) => one.getAttribute('data-testid')),
        ),
      )
      .toEqual(expect.arrayContaining(['offer-add-allergy', 'article-allergy-or-side-effect']))
    await page.keyboard.press('Escape')
    await overlay.isGone('help-panel')
  })

  test('a checklist is ticked by the screen that was reached; a walkthrough is pinned and hidden', async () => {
    const { overlay, page } = session
    await chart('allergies', 'allergies')
    await overlay.press('launcher')
    await page.waitForSelector('>>> [data-testid="item-read-allergies"][data-done="true"]')
    await overlay.press('pin-add-allergy')
    await overlay.press('hide-order-medication')
    await overlay.isGone('offer-order-medication')
    await page.reload()
    await overlay.onScreen('allergies')
    await overlay.press('launcher')
    await overlay.waitFor('offer-add-allergy')
    expect(await page.$(`>>> ${byTestId('offer-order-medication')}`)).toBeNull()
    expect(
      await page.$eval(`>>> ${byTestId('pin-add-allergy')}`, (pin) =>
        pin.getAttribute('aria-pressed'),
      ),
    ).toBe('true')
    await page.keyboard.press('Escape')
  })

  test('while somebody types into the app nothing comes up, and at the pause it does', async () => {
    const { overlay, page } = session
    await chart('patient-summary', 'patient-summary')
    await overlay.start('record-vitals')
    await overlay.atStep('open-form')
    await press(page, 'button::-p-text(Record vitals)')
    await overlay.atStep('temperature')
    await page.locator('input[name="Temperature"]').click()
    await page.keyboard.type('36.')
    await page.keyboard.press('Tab')
    await overlay.atStep('systolic')
    await overlay.pressStop()
    await overlay.isGone('callout')
  })

  test('beside the page: the side panel goes on by what is done in the app, where nothing of ours lies', async () => {
    const { loaded, page, stack } = session
    await chart('patient-summary', 'patient-summary')
    const side = await openSidePanel(loaded, stack.ehr.origin)
    await side.press('side-offer-record-vitals')
    await side.atStep('open-form')
    expect(await page.$(`>>> ${byTestId('callout')}`)).toBeNull()
    await page.bringToFront()
    await press(page, 'button::-p-text(Record vitals)')
    await side.atStep('temperature')
    expect(await page.$(`>>> ${byTestId('callout')}`)).toBeNull()
    await side.press('side-stop')
    await side.close()
    await page.bringToFront()
    await session.overlay.waitFor('launcher')
  })

  test.runIf(kind === 'chromium')('with less motion nothing of ours moves by itself', async () => {
    const { overlay, page } = session
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await chart('allergies', 'allergies')
    await overlay.start('add-allergy')
    await overlay.waitFor('callout')
    const moving = await page.$$eval('>>> .card, >>> .ring, >>> .launcher, >>> .beacon', (parts) =>
      parts.flatMap((part) => {
        const { animationName, transitionDuration } = getComputedStyle(part)
        return animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration)
          ? []
          : [`${part.className}: ${animationName} ${transitionDuration}`]
      }),
    )
    expect(moving).toEqual([])
    await page.emulateMediaFeatures([])
    await overlay.pressStop()
  })

  test.runIf(kind === 'chromium')('a tab that has crashed goes on at its step', async () => {
    const { overlay, page } = session
    await page.goto(`${session.stack.ehr.origin}/openmrs/spa/home/appointments`)
    await overlay.onScreen('appointments')
    await overlay.start('register-patient')
    await overlay.atStep('search-first')
    await overlay.pressInCallout('Next')
    await overlay.atStep('open-form')
    await crash(page)
    await page.reload()
    await overlay.atStep('open-form')
    await overlay.pressStop()
  })
})

/** Its process is gone, as when the system has no memory left. */
async function crash(page: Page): Promise<void> {
  const client = await page.createCDPSession()
  const gone = new Promise((resolve) => client.once('Inspector.targetCrashed', resolve))
  await client.send('Inspector.enable')
  client.send('Page.crash').catch(() => undefined)
  await gone
}

/** What comes up by itself has one budget a day for the whole browser: each has a browser of its own. */
describe.each(BROWSERS)('what comes up by itself on OpenMRS, in %s', (kind) => {
  async function inBrowser(settings: Policy, act: (session: Session) => Promise<void>) {
    // The first screen has an announcement, which would use the day's budget up.
    const session = await startSession(kind, { enabled: false })
    try {
      await signIn(session.page, session.stack.ehr)
      await session.page.goto('about:blank')
      await session.configure(settings)
      await session.page.bringToFront()
      await act(session)
    } finally {
      await session.stop()
    }
  }

  test('an announcement, once; in quiet hours it waits', async () => {
    await inBrowser({ quietHours: ['00:00-12:00', '12:00-00:00'] }, async (session) => {
      const { configure, overlay, page, stack } = session
      const open = async () => {
        await page.bringToFront()
        await page.goto(`${stack.ehr.origin}/openmrs/spa/home/service-queues`)
        await overlay.onScreen('service-queues')
        await page.waitForSelector('table')
      }
      const expectNone = async () => {
        const until = Date.now() + SOME_LOOKS_MS
        while (Date.now() < until) expect(await page.$('>>> .news')).toBeNull()
      }
      await open()
      await expectNone()
      // The page that is open takes it up by itself.
      await configure({ quietHours: [] })
      await page.bringToFront()
      await overlay.waitFor('announcement-hints-beside-fields')
      await overlay.press('got-it')
      await overlay.isGone('announcement-hints-beside-fields')
      await open()
      await expectNone()
    })
  })

  test('what somebody new at the registration desk gets to know', async () => {
    await inBrowser({ roles: ['registration'] }, async ({ overlay, page, stack }) => {
      await page.goto(`${stack.ehr.origin}/openmrs/spa/home/appointments`)
      await overlay.onScreen('appointments')
      await overlay.waitFor('offered-registration-desk')
      await expectAccessible(kind, page, OVERLAY)
      await takePicture(page, kind, 'openmrs-offer')
      await overlay.press('accept')
      await overlay.waitFor('checklist-registration-desk')
    })
  })

  test('a question with closed answers, and thanks for one', async () => {
    await inBrowser({}, async ({ overlay, page, stack }) => {
      await openChart(page, stack.ehr, john.uuid, 'visits')
      await overlay.onScreen('visits')
      await overlay.waitFor('survey-visits-ease')
      await expectAccessible(kind, page, OVERLAY)
      await takePicture(page, kind, 'openmrs-survey')
      await overlay.press('answer-4')
      await overlay.waitFor('survey-thanks')
    })
  })
})
