import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { askWorker } from '../demo/browser/settings.ts'
import { john } from '../demo/openmrs/patients.ts'
import { tabIdOf } from '../test/e2e/helpers/extension-page.ts'
import { openChart, press, signIn, typeInto } from '../test/e2e/helpers/openmrs.ts'
import { overlayOf } from '../test/e2e/helpers/overlay.ts'
import { startSession } from '../test/e2e/helpers/session.ts'
import { walkThroughVitals } from '../test/e2e/helpers/vitals.ts'

/** Takes the pictures of README and docs from the product as it runs. */
const FOLDER = join(import.meta.dirname, '../docs/pictures')
const file = (name: string) => join(FOLDER, `${name}.png`) as `${string}.png`

/** A dead click is judged some seconds after the press. */
async function untilSent(words: RegExp): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await session.sync()
    const log = await askWorker<{ lines: string[] }[]>(session.loaded, 'sent-log')
    if (log.some(({ lines }) => words.test(lines.join()))) return
    await wait(500)
  }
  throw new Error(`Nothing like ${words} was sent`)
}

/** How the overlay looks to somebody: in light colours, in dark ones, and from right to left. */
const LOOKS = [
  { suffix: '-light', scheme: 'light', locale: 'en' },
  { suffix: '-dark', scheme: 'dark', locale: 'en' },
  { suffix: '-rtl', scheme: 'light', locale: 'ar' },
] as const

/** Each part of the overlay by itself, in each look. */
async function takeParts(): Promise<void> {
  const { stack, loaded, configure } = session
  for (const { suffix, scheme, locale } of LOOKS) {
    await configure({ locale })
    const page = await loaded.browser.newPage()
    const overlay = overlayOf(page)
    const take = (name: string) => page.screenshot({ path: file(`${name}${suffix}`) })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await openChart(page, stack.ehr, john.uuid, 'allergies')
    await overlay.onScreen('allergies')
    await overlay.press('beacon-add-allergy')
    await overlay.waitFor('hint-add-allergy')
    await take('part-hint')
    await page.keyboard.press('Escape')
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    await take('part-help-panel')
    await (await overlay.waitFor('checklist-first-week'))?.scrollIntoView()
    await take('part-checklist')
    await overlay.press('offer-add-allergy')
    await overlay.waitFor('callout')
    await overlay.ringed()
    await take('part-callout')
    await page.close()
  }
  await configure({})
}

/** The report form with what may go along, and flag mode. */
async function takeReporting(): Promise<void> {
  const { page, stack, loaded, overlay, configure } = session
  for (const { suffix, scheme, locale } of LOOKS) {
    await configure({ locale, comments: 'checked', wireframes: 'on', flagMode: 'on' })
    const take = (name: string) => page.screenshot({ path: file(`${name}${suffix}`) })
    await page.bringToFront()
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await openChart(page, stack.ehr, john.uuid, 'allergies')
    await overlay.onScreen('allergies')
    await overlay.press('launcher')
    await overlay.press('report')
    await overlay.press('say-more')
    await (await overlay.waitFor('comment'))?.type('The list is slow for John Wilsonquill')
    await overlay.press('draw')
    await overlay.waitFor('marked')
    await take('part-comment')
    await (await overlay.waitFor('wireframe'))?.scrollIntoView()
    await take('part-wireframe')
    await page.keyboard.press('Escape')
    const tabId = await tabIdOf(loaded, stack.ehr.origin)
    await page.bringToFront()
    await askWorker(loaded, 'toggle-flags', { tabId })
    await page.bringToFront()
    await overlay.waitFor('flag-panel')
    for (let steps = 0; steps < 3; steps++) await overlay.press('part-next')
    await overlay.press('flag-unclear-words')
    await take('part-flags')
    await page.keyboard.press('Escape')
  }
  await page.emulateMediaFeatures([])
  await configure({ comments: 'checked', wireframes: 'on' })
  await openChart(page, stack.ehr, john.uuid, 'allergies')
  await overlay.onScreen('allergies')
  await overlay.press('launcher')
  await overlay.press('report')
  await overlay.press('say-more')
  await (await overlay.waitFor('comment'))?.type('The button to add one is hard to find')
  await overlay.press('draw')
  await overlay.waitFor('wireframe')
  await overlay.press('report-worked-around')
  await overlay.waitFor('report-sent')
  await untilSent(/hard to find/)
}

/** An announcement comes up once a day in a browser: each look has a browser of its own. */
async function takeAnnouncements(): Promise<void> {
  for (const { suffix, scheme, locale } of LOOKS) {
    const own = await startSession('chromium', { locale })
    try {
      await own.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await signIn(own.page, own.stack.ehr)
      await own.overlay.onScreen('service-queues')
      await own.page.waitForSelector('table')
      await own.overlay.waitFor('announcement-hints-beside-fields')
      await own.page.screenshot({ path: file(`part-announcement${suffix}`) })
    } finally {
      await own.stop()
    }
  }
}

await takeAnnouncements()
const session = await startSession('chromium')
try {
  const { page, overlay, stack, loaded } = session
  await signIn(page, stack.ehr)
  await openChart(page, stack.ehr, john.uuid, 'patient-summary')
  await overlay.onScreen('patient-summary')
  await page.waitForSelector('button::-p-text(Record vitals)')
  await overlay.press('launcher')
  await overlay.waitFor('help-panel')
  await page.screenshot({ path: file('help-panel') })
  await overlay.press('offer-record-vitals')
  await overlay.atStep('open-form')
  await press(page, 'button::-p-text(Record vitals)')
  await overlay.atStep('temperature')
  await typeInto(page, 'input[name="Temperature"]', '37.1')
  await page.keyboard.press('Tab')
  await overlay.atStep('systolic')
  await page.screenshot({ path: file('callout') })

  await overlay.pressStop()
  await page.reload()
  await walkThroughVitals(session)
  await press(page, 'button[aria-label="Order basket"]')
  await overlay.onScreen('order-basket')
  const dead = await page.waitForSelector('button::-p-text(Sign and close)')
  await dead?.click({ count: 5, delay: 20 })
  await overlay.press('launcher')
  await overlay.press('report')
  await overlay.waitFor('report-too-many-steps')
  await page.screenshot({ path: file('report') })
  await overlay.press('report-too-many-steps')
  await overlay.waitFor('report-sent')
  await untilSent(/rage click/i)

  await takeParts()
  await takeReporting()

  const dashboard = await loaded.browser.newPage()
  await dashboard.goto(stack.collector.createAdminLink())
  await dashboard.waitForSelector('[data-testid="report-row"]')
  await dashboard.screenshot({ path: file('dashboard') })
  await (await dashboard.waitForSelector('#reports'))?.scrollIntoView()
  await dashboard.waitForSelector('[data-testid="note-drawing"]')
  await dashboard.screenshot({ path: file('dashboard-reports') })
  const options = await loaded.openExtension('src/options/index.html')
  await options.setViewport({ width: 1000, height: 900 })
  await options.screenshot({ path: file('options') })
  await (await options.waitForSelector('#sent'))?.scrollIntoView()
  await options.screenshot({ path: file('options-sent') })
} finally {
  await session.stop()
}
