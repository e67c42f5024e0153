import { setTimeout as wait } from 'node:timers/promises'
import type { ElementHandle } from 'puppeteer-core'
import { addressOf, type PartName, type TwinView } from '../app.ts'
import type { TwinPatient } from '../patients.ts'
import { CHART } from '../screens.ts'
import type { TwinSession } from './session.ts'

/** A press that nothing answers has been judged by then. */
const JUDGED_MS = 8_500
const HESITATION_MS = 9_000

/** Uses the twins' app with one patient, by mouse and keys; what went to the collector. */
export async function useChart(session: TwinSession, patient: TwinPatient): Promise<string[]> {
  const { page, overlay, site } = session
  site.show(patient)
  await page.bringToFront()
  await page.goto(site.origin + addressOf(CHART, patient))
  await overlay.onScreen('chart')
  const part = async (name: PartName) =>
    (await page.evaluateHandle((of) => (window as TwinView).twinParts?.[of], name)) as ElementHandle
  const press = async (name: PartName, times = 1) => {
    for (let n = 0; n < times; n++) await (await part(name)).click()
    await wait(600)
  }
  /** As many keys for any patient; which, is the patient's own. */
  const type = async (name: PartName, pause: number) => {
    await press(name)
    await wait(pause)
    await page.keyboard.type(patient.identifier.slice(0, 4), { delay: 40 })
    await page.keyboard.press('Tab')
  }

  await press('dead')
  await wait(JUDGED_MS)
  await press('warn')
  await press('override')
  await press('fail')
  await press('deep')
  await type('note', HESITATION_MS)
  await overlay.press('launcher')
  await overlay.press('report')
  await overlay.press('say-more')
  await overlay.press('draw')
  await overlay.waitFor('wireframe')
  await overlay.press('report-slow')
  await overlay.waitFor('report-sent')
  await page.keyboard.press('Escape')
  await overlay.isGone('report-panel')
  await overlay.start('weigh')
  await overlay.atStep('press')
  await press('add')
  await overlay.atStep('weight')
  await type('weight', 200)
  await overlay.atStep('save')
  await press('save')
  await overlay.waitFor('completed')
  await wait(JUDGED_MS)
  // What is counted as the page is left is on its way by then.
  await page.goto('about:blank')
  await wait(1_000)
  return session.sentNow()
}
