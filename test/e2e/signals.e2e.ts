import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import type { SentBatch } from '../../src/messaging/protocol.ts'
import { entryOf } from '../../src/vocabulary/dictionary.ts'
import type { Tally } from '../../src/vocabulary/tally.ts'
import { readSummary } from './helpers/counted.ts'
import { openDashboard } from './helpers/dashboard.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { BROWSERS } from './helpers/session.ts'
import { takePicture } from './helpers/take-picture.ts'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
/** A press that nothing answers is judged after seven seconds. */
const JUDGED_MS = 7500

describe.each(BROWSERS)('signals of people at work, in %s', (kind) => {
  let session: FixtureSession
  let page: Page

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    await session.configure({
      ...session.settings,
      optionalSignals: ['thrashed_cursor', 'late_entry'],
    })
    page = session.page
    await page.setViewport({ width: 1000, height: 700 })
  })
  afterAll(() => session?.stop())

  async function open(path: string, screen: string): Promise<void> {
    await page.bringToFront()
    await page.goto(`${session.site.origin}${path}`)
    await session.overlay.onScreen(screen)
    // So that what changes by itself has been seen to: three changes of the slowest, and none that the screen's coming
    // may have caused.
    await pause(6500)
  }
  const click = async (id: string, count = 1, delay = 20) => {
    const element = await page.waitForSelector(`#${id}`)
    await element?.scrollIntoView()
    for (let n = 0; n < count; n++) {
      if (n > 0) await pause(delay)
      await element?.click()
    }
  }
  const go = (to: string) => page.click(`[data-go="${to}"]`)

  /** What has been sent so far, as the person may read it. */
  async function sent(): Promise<Tally[]> {
    await session.sync()
    const log = await askWorker<SentBatch[]>(session.loaded, 'sent-log')
    await page.bringToFront()
    return log.flatMap(({ tallies }) => tallies)
  }
  const expectSent = (wanted: Partial<Tally>) =>
    expect
      .poll(sent, { timeout: 30_000, interval: 1000 })
      .toContainEqual(expect.objectContaining(wanted))

  test('dead, slow, disabled and failed presses, beside a clock, a live tile and a progress bar', async () => {
    await open('/signals', 'signals')
    await click('dead')
    await pause(JUDGED_MS)
    await click('slow')
    await pause(JUDGED_MS)
    await click('disabled', 2, 900)
    await click('fail')
    await pause(3500)
    await click('raged', 6)
    await pause(JUDGED_MS)
    await expectSent({ kind: 'dead_click', screen: 'signals', target: 'dead-button' })
    await expectSent({ kind: 'slow_click', screen: 'signals', role: 'button', region: 'main' })
    await expectSent({ kind: 'disabled_click', screen: 'signals', role: 'button' })
    await expectSent({ kind: 'error_click', screen: 'signals' })
    await expectSent({ kind: 'rage_click', screen: 'signals' })
    await expectSent({ kind: 'press', screen: 'signals', outcome: 'reached-8' })
  })

  test('fields: refused twice, hesitated at, changed again and again', async () => {
    await open('/signals', 'signals')
    await click('send', 2, 1500)
    await click('reason')
    await pause(8500)
    await page.keyboard.type('fever', { delay: 30 })
    for (let round = 0; round < 4; round++) {
      await click('dose')
      await page.keyboard.type('5', { delay: 30 })
      await page.keyboard.press('Tab')
    }
    await expectSent({ kind: 'validation_loop', screen: 'signals', region: 'form' })
    await expectSent({ kind: 'field_hesitation', screen: 'signals', role: 'textbox' })
    await expectSent({ kind: 'field_reentry', screen: 'signals', role: 'textbox' })
  })

  test('ways: straight back, to and fro, shaken, and between records and inbox', async () => {
    await open('/signals', 'signals')
    await go('other')
    await pause(1500)
    await go('')
    await pause(1500)
    await page.mouse.move(200, 500)
    for (let way = 0; way < 9; way++) {
      for (let turn = 0; turn < 2; turn++) {
        await page.mouse.wheel({ deltaY: way % 2 === 0 ? 500 : -500 })
        await pause(250)
      }
    }
    for (let shake = 0; shake < 40; shake++) {
      await page.mouse.move(shake % 2 === 0 ? 700 : 760, 300 + shake)
      await pause(40)
    }
    await page.evaluate(() => scrollTo(0, 0))
    await pause(500)
    await go('inbox')
    await pause(1000)
    await go('chart')
    await pause(8000)
    await expectSent({ kind: 'u_turn', screen: 'signals-other' })
    await expectSent({ kind: 'scroll_hunt', screen: 'signals' })
    await expectSent({ kind: 'thrashed_cursor', screen: 'signals' })
    await expectSent({ kind: 'context_switching', outcome: 'reached-1' })
    await expectSent({ kind: 'task', task: 'see-chart', outcome: 'done' })
    await expectSent({ kind: 'clicks_per_task', task: 'see-chart' })
  })

  test('clinical work: an alert overridden, a note pasted, a scan typed, a step left out', async () => {
    await open('/signals', 'signals')
    await click('warn')
    await pause(700)
    await click('ok')
    await pause(500)
    await click('open-drug')
    await click('give-drug')
    await click('scan')
    await page.keyboard.type('77120', { delay: 150 })
    // The first part of the field, wherever a press in its middle would land. A minute past midnight is over.
    await page.focus('#when')
    await page.keyboard.type('1201AM', { delay: 30 })
    await page.keyboard.press('Tab')
    const words = await page.$('#words')
    await words?.click({ count: 2 })
    await page.keyboard.down('Control')
    await page.keyboard.press('c')
    await page.keyboard.up('Control')
    const away = await session.loaded.browser.newPage()
    await away.bringToFront()
    await pause(4000)
    await away.close()
    await page.bringToFront()
    await click('note')
    await page.keyboard.down('Control')
    await page.keyboard.press('v')
    await page.keyboard.up('Control')
    await expectSent({ kind: 'reflex_alert_dismissal', screen: 'signals', role: 'dialog' })
    await expectSent({ kind: 'workaround_step', target: 'give-drug', outcome: 'skipped' })
    await expectSent({ kind: 'workaround_step', target: 'barcode', outcome: 'typed-scan' })
    await expectSent({ kind: 'late_entry', target: 'given-at' })
    await expectSent({ kind: 'paste_heavy_note', target: 'ward-note' })
    await expectSent({ kind: 'shadow_transcription', target: 'ward-note', outcome: 'pasted' })
  })

  test('a search of the help that finds nothing', async () => {
    await open('/signals', 'signals')
    await session.overlay.press('launcher')
    const field = await page.waitForSelector('>>> .search input')
    await field?.type('zzzzzz')
    await pause(2000)
    await page.keyboard.press('Escape')
    await session.overlay.isGone('help-panel')
    await expectSent({ kind: 'help_search_miss', screen: 'signals', outcome: 'nothing-found' })
  })

  test('nothing of the kind comes of a page that works, however it is used', async () => {
    await open('/signals/calm', 'signals-calm')
    for (const id of ['box', 'pick', 'unfold', 'menu', 'flash', 'missing', 'quick']) {
      await click(id)
      await page.keyboard.press('Escape')
      await pause(400)
    }
    await click('pop')
    await pause(400)
    await click('plus', 6)
    await click('month', 6)
    await click('sentence', 3)
    const sentence = await page.$('#sentence')
    await sentence?.click({ count: 3 })
    await page.evaluate(() => document.getElementById('auto')?.focus())
    await pause(8500)
    await page.keyboard.type('abc', { delay: 30 })
    for (let round = 0; round < 5; round++) {
      await click('find')
      await page.keyboard.type('a', { delay: 30 })
      await page.keyboard.press('Tab')
    }
    await click('toast')
    await pause(2000)
    await page.evaluate(() => document.getElementById('quick')?.click())
    await pause(JUDGED_MS)
    await expectSent({ kind: 'press', screen: 'signals-calm', outcome: 'reached-16' })
    const calm = (await sent()).filter(({ screen }) => screen === 'signals-calm')
    const friction = calm.filter((tally) => entryOf(tally.kind).class === 'friction')
    expect(friction.map(({ kind: of, role, target }) => [of, role, target])).toEqual([])
  })

  test('the collector counts all of it, against visits, presses and tasks', async () => {
    const { screens, tasks } = await readSummary(session.stack)
    const work = screens.find(({ id }) => id === 'signals')
    expect(work?.presses.count).toBeGreaterThan(8)
    const dead = work?.kinds.find((one) => one.kind === 'dead_click')
    expect(dead?.per100).toBeGreaterThan(0)
    expect(dead?.per100Presses).toBeGreaterThan(0)
    expect(work?.measures.map((measure) => measure.kind)).toContain('paste_heavy_note')
    expect(tasks.map(({ id }) => id)).toContain('see-chart')
    const dashboard = await openDashboard(session)
    for (const part of ['screens', 'measures']) {
      await (await dashboard.waitForSelector(`#${part}`))?.scrollIntoView()
      await takePicture(dashboard, kind, `dashboard-${part}`)
    }
    await dashboard.close()
  })
})
