import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { openChart, press, signIn } from './helpers/openmrs.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

/** The chart's own menu: where each link leads. */
const CHART_MENU = [
  ['vitals-and-biometrics', 'vitals-and-biometrics'],
  ['medications', 'medications'],
  ['orders', 'orders'],
  ['results', 'results'],
  ['visits', 'visits'],
  ['allergies', 'allergies'],
  ['conditions', 'conditions'],
  ['immunizations', 'immunizations'],
  ['attachments', 'attachments'],
  ['programs', 'programs'],
  ['appointments', 'chart-appointments'],
  ['patient-summary', 'patient-summary'],
] as const

describe.each(BROWSERS)('screens of OpenMRS in %s', (kind) => {
  let session: Session

  beforeAll(async () => {
    session = await startSession(kind)
  })
  afterAll(() => session?.stop())

  const open = (path: string) =>
    session.page.goto(`${session.stack.ehr.origin}/openmrs/spa/${path}`)

  test('signing in and choosing a location', async () => {
    const { page, overlay, stack } = session
    await page.goto(stack.ehr.url)
    await overlay.onScreen('sign-in')
    await signIn(page, stack.ehr)
  })

  test.each([
    ['home/service-queues', 'service-queues'],
    ['home/appointments', 'appointments'],
    ['home/patient-lists', 'patient-lists'],
    ['search?query=wil', 'patient-search'],
    ['patient-registration', 'register-patient'],
  ])('%s is %s', async (path, screen) => {
    await open(path)
    await session.overlay.onScreen(screen)
  })

  test('every part of the chart, by its own menu and with no page load', async () => {
    const { page, overlay, stack } = session
    await openChart(page, stack.ehr, john.uuid, 'patient-summary')
    for (const [path, screen] of CHART_MENU) {
      await press(page, `nav a[href$="/chart/${path}"]`)
      await overlay.onScreen(screen)
    }
  })

  test('back, forward and reload', async () => {
    const { page, overlay } = session
    await press(page, 'nav a[href$="/chart/allergies"]')
    await overlay.onScreen('allergies')
    await page.evaluate(() => history.back())
    await overlay.onScreen('patient-summary')
    await page.evaluate(() => history.forward())
    await overlay.onScreen('allergies')
    await page.reload()
    await overlay.onScreen('allergies')
  })

  test('a form that opens over the chart is a screen of its own, and what is on top counts', async () => {
    const { page, overlay, stack } = session
    await openChart(page, stack.ehr, john.uuid, 'patient-summary')
    await press(page, 'button::-p-text(Record vitals)')
    await overlay.onScreen('vitals-form')
    await press(page, '#omrs-workspaces-container button[aria-label="Close"]')
    await overlay.onScreen('patient-summary')
    await press(page, 'button[aria-label="Order basket"]')
    await overlay.onScreen('order-basket')
    await press(page, '#omrs-workspaces-container button::-p-text(Add)')
    await overlay.onScreen('drug-search')
  })

  test('a page that no rule knows is unknown', async () => {
    const { page, overlay } = session
    await page.evaluate(() => history.pushState(null, '', '/openmrs/spa/no-such-place'))
    await overlay.onScreen('')
  })

  test('the page can’t tell that the extension is there by its files or globals', async () => {
    const seen = await session.page.evaluate(() => ({
      addresses: /(chrome|moz)-extension:/.test(document.documentElement.outerHTML),
      globals: Object.getOwnPropertyNames(window).filter((name) => /handrail/i.test(name)),
    }))
    expect(seen).toEqual({ addresses: false, globals: [] })
  })

  test('a site that is on no list gets nothing of ours', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<title>Elsewhere</title><button>Press</button>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const page = await session.loaded.browser.newPage()
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/openmrs/spa/home`)
      // By the time the demo's own tab knows its screen, this one would have had an overlay too.
      await session.page.bringToFront()
      await session.page.reload()
      await openChart(session.page, session.stack.ehr, john.uuid, 'patient-summary')
      await session.overlay.onScreen('patient-summary')
      expect(await page.$('[popover]')).toBeNull()
    } finally {
      await page.close()
      server.closeAllConnections()
      server.close()
    }
  })
})
