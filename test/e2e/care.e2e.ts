import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agnes, john } from '../../demo/openmrs/patients.ts'
import { expectAccessible } from './helpers/axe.ts'
import { dumpExtensionStorage } from './helpers/extension-storage.ts'
import { expectInRecord } from './helpers/in-record.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 1_000

describe.each(BROWSERS)('a walkthrough that keeps to its record and its screens, in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
    await signIn(session.page, session.stack.ehr)
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    await openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary')
    await session.page.waitForSelector('header[aria-label="patient banner"]')
  })

  /** As the app goes by itself: with no load. */
  async function go(path: string): Promise<void> {
    await session.page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `/openmrs/spa/${path}`)
  }
  const chartOf = ({ uuid }: typeof john) => `patient/${uuid}/chart/patient-summary`
  async function isNowhere(...testIds: string[]): Promise<void> {
    const until = Date.now() + SOME_LOOKS_MS
    while (Date.now() < until)
      for (const id of testIds) expect(await session.page.$(`>>> [data-testid="${id}"]`)).toBeNull()
  }
  async function startInJohn(): Promise<void> {
    await session.overlay.start('record-vitals')
    await session.overlay.atStep('open-form')
    // From then on it is John's: that there is a record, and no word of it, is all that is kept.
    await expectInRecord(session)
    expect(await dumpExtensionStorage(session.loaded)).not.toContain(john.family)
    await session.page.bringToFront()
    await session.overlay.atStep('open-form')
  }

  test('in another patient’s record it pauses, and goes on there when the person says so', async () => {
    const { overlay, page } = session
    await startInJohn()
    await go(chartOf(agnes))
    await overlay.waitFor('record-pause')
    await isNowhere('callout')
    await takePicture(page, kind, 'record-pause')
    await takeNarrowPicture(page, kind, 'record-pause')
    await expectAccessible(kind, page, OVERLAY)
    await overlay.pressIn('record-pause', 'Continue here')
    await overlay.atStep('open-form')
    await overlay.isGone('record-pause')
    await go(chartOf(john))
    await overlay.waitFor('record-pause')
    await overlay.pressIn('record-pause', 'Stop')
    await overlay.isGone('record-pause')
    await isNowhere('callout', 'waiting')
  })

  test('back in its own record it goes on by itself; another part of the chart is no other record', async () => {
    const { overlay } = session
    await startInJohn()
    await go(chartOf(agnes))
    await overlay.waitFor('record-pause')
    await go(`patient/${john.uuid}/chart/allergies`)
    await overlay.atStep('open-form')
    await isNowhere('record-pause')
    await overlay.pressStop()
    await overlay.isGone('callout')
  })

  test('elsewhere it waits unseen; the help panel has the way back', async () => {
    const { overlay, page } = session
    await startInJohn()
    await go('home/appointments')
    await overlay.onScreen('appointments')
    await overlay.isGone('callout')
    await isNowhere('callout', 'waiting', 'record-pause')
    await takePicture(page, kind, 'elsewhere-launcher')
    await press(page, '>>> .launcher[data-elsewhere="true"]')
    await overlay.waitFor('elsewhere')
    await takePicture(page, kind, 'elsewhere-panel')
    await expectAccessible(kind, page, OVERLAY)
    await overlay.press('go-on')
    await overlay.waitFor('waiting')
    await takePicture(page, kind, 'waiting')
    await go(chartOf(john))
    await overlay.atStep('open-form')
    // OpenMRS goes on from `home` to this one by itself.
    await go('home/service-queues')
    await overlay.onScreen('service-queues')
    await overlay.isGone('callout')
    await isNowhere('waiting')
    await overlay.press('launcher')
    await overlay.pressIn('elsewhere', 'Stop')
    await overlay.isGone('elsewhere')
    await page.keyboard.press('Escape')
    await go(chartOf(john))
    await overlay.onScreen('patient-summary')
    await isNowhere('callout', 'waiting')
  })
})
