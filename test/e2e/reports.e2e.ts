import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import type { SentBatch } from '../../src/messaging/protocol.ts'
import type { Policy } from '../../src/vocabulary/policy.ts'
import { expectAccessible } from './helpers/axe.ts'
import { openDashboard } from './helpers/dashboard.ts'
import { openOptions } from './helpers/extension-page.ts'
import { dumpExtensionStorage } from './helpers/extension-storage.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import type { OverlayDriver } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takePicture } from './helpers/take-picture.ts'

const OVERLAY = ':root > div[popover="manual"]'
const PATIENCE = { timeout: 30_000 }
/** What stands on the page of somebody, in every place that a page has. */
const ON_PAGE = [
  'dorothea quennell',
  'Quennell',
  'thimblewood',
  'penicillamine',
  'urticaria',
  'mister osbourne harwick',
  'eleanora vasquez',
  'EleanoraVasquez',
  'Dorothea\u00a0QUENNELL',
  'd o r o t h e a',
  'latex rash',
  'ｌａｔｅｘ',
]

describe.each(BROWSERS)('friction reports, in %s', (kind) => {
  let session: FixtureSession
  let page: Page
  let overlay: OverlayDriver

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    page = session.page
    overlay = session.overlay
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    // The address of the page can be left behind by the tab before.
    await page.bringToFront()
  })

  const open = async (more: Policy = {}) => {
    await session.configure({ ...session.settings, telemetry: 'on', ...more })
    await page.bringToFront()
    await page.goto(`${session.site.origin}/reports`)
    await overlay.onScreen('reports')
    await overlay.press('launcher')
    await overlay.press('report')
    await overlay.waitFor('report-slow')
  }
  /** By key, as a person does: what a page sends into our fields counts for nothing. */
  const choose = async (testId: string, value: string) => {
    const field = (await overlay.waitFor(testId)) as ElementHandle<HTMLSelectElement>
    await field.focus()
    for (let downs = 0; downs < 6; downs++) {
      if ((await field.evaluate((select) => select.value)) === value) return
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`${testId} has no ${value}`)
  }
  const write = async (words: string) => {
    const field = await overlay.waitFor('comment')
    await field?.click({ count: 3 })
    await page.keyboard.down('Control')
    await page.keyboard.press('a')
    await page.keyboard.up('Control')
    await page.keyboard.press('Backspace')
    await page.keyboard.type(words)
  }
  const unfold = async () => {
    await overlay.press('say-more')
    await overlay.waitFor('comment')
  }
  const checkedState = () =>
    page.$eval('>>> [data-testid="checked"]', (part) => part.getAttribute('data-state'))
  const sent = async () => {
    await session.sync()
    return askWorker<SentBatch[]>(session.loaded, 'sent-log')
  }
  const reportsSent = async () =>
    (await sent()).flatMap(({ tallies }) => tallies.filter(({ kind: one }) => one === 'report'))
  const notesSent = async () => (await sent()).flatMap(({ note }) => note ?? [])

  test('a reason is one press; how much and how often go along where they were said', async () => {
    await open()
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'report-form')
    await overlay.press('report-slow')
    await overlay.waitFor('report-sent')
    await open()
    await choose('severity', 'blocks')
    await choose('often', 'daily')
    await overlay.press('report-unclear-words')
    await overlay.waitFor('report-sent')
    await expect
      .poll(reportsSent, PATIENCE)
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ screen: 'reports', outcome: 'slow' }),
          expect.objectContaining({ outcome: 'unclear-words', severity: 'blocks', often: 'daily' }),
        ]),
      )
  })

  test('by keyboard: a part of the screen, then the reason', async () => {
    await open()
    await page.keyboard.press('Enter')
    await overlay.waitFor('part-next')
    const said = () => page.$eval('>>> .stepper [role="status"]', (part) => part.textContent)
    for (let steps = 0; steps < 30 && !(await said())?.includes('Save allergy'); steps++)
      await page.keyboard.press('ArrowRight')
    expect(await said()).toContain('Save allergy')
    await takePicture(page, kind, 'pointing-by-keyboard')
    await expectAccessible(kind, page, OVERLAY)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await overlay.waitFor('report-wrong-order')
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(
        (host) =>
          document.querySelector(host)?.shadowRoot?.activeElement?.getAttribute('data-testid'),
        OVERLAY,
      )
      if (at === 'report-wrong-order') break
    }
    await page.keyboard.press('Enter')
    await overlay.waitFor('report-sent')
    await expect
      .poll(reportsSent, PATIENCE)
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ outcome: 'wrong-order', target: 'save-allergy' }),
        ]),
      )
    const clicks = await page.evaluate('pageClicks()')
    expect(clicks).toEqual([])
  })

  test('pointing with the mouse presses nothing; Escape leads back to the form', async () => {
    await open()
    await overlay.press('point')
    await overlay.waitFor('pane')
    await page.keyboard.press('Escape')
    await overlay.isGone('pane')
    await overlay.press('point')
    await overlay.waitFor('pane')
    const other = await (await page.$('#other'))?.boundingBox()
    await page.mouse.click((other?.x ?? 0) + 5, (other?.y ?? 0) + 5)
    await overlay.waitFor('report-used-paper')
    expect(await page.$eval('>>> [data-testid="point"]', (part) => part.textContent)).toContain(
      'button',
    )
    expect(await page.evaluate('pageClicks()')).toEqual([])
  })

  test('without the policy there are neither words nor boxes', async () => {
    await open()
    expect(await page.$('>>> [data-testid="say-more"]')).toBeNull()
  })

  test('what stands on the page is held back, in whatever spelling, and nothing is kept of it', async () => {
    await open({ comments: 'checked' })
    await unfold()
    for (const words of ON_PAGE) {
      await write(`it is slow for ${words} here`)
      await overlay.press('report-missing-information')
      await expect.poll(checkedState, PATIENCE).toBe('found')
      expect(await page.$('>>> [data-testid="report-sent"]')).toBeNull()
    }
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'comment-refused')
    expect(await notesSent()).toEqual([])
    const held = (await dumpExtensionStorage(session.loaded)).toLowerCase()
    for (const word of ['quennell', 'thimblewood', 'penicillamine', 'harwick', 'vasquez'])
      expect(held).not.toContain(word)
    await write('it is slow, and the button is hidden')
    await overlay.press('report-missing-information')
    await overlay.waitFor('report-sent')
    await expect
      .poll(notesSent, PATIENCE)
      .toMatchObject([
        { comment: 'it is slow, and the button is hidden', outcome: 'missing-information' },
      ])
  })

  test('a frame of another site, which can’t be read, lets no word pass; the reason still does', async () => {
    await open({ comments: 'checked' })
    const before = (await notesSent()).length
    await page.bringToFront()
    await page.evaluate(`addFrame(${JSON.stringify(`${session.site.otherOrigin}/note`)})`)
    await unfold()
    await write('it is slow')
    await overlay.press('report-alert-noise')
    await expect.poll(checkedState, PATIENCE).toBe('unreadable')
    await write('')
    await overlay.press('report-alert-noise')
    await overlay.waitFor('report-sent')
    expect((await notesSent()).length).toBe(before)
  })

  test('the screen as grey boxes is shown before it is sent, and is sent just so', async () => {
    await open({ wireframes: 'on' })
    await overlay.press('say-more')
    await overlay.press('draw')
    await overlay.waitFor('wireframe')
    await takePicture(page, kind, 'wireframe')
    await expectAccessible(kind, page, OVERLAY)
    const shown = await page.$$eval('>>> [data-testid="wireframe"] rect', (all) =>
      all.map((rect) => [
        rect.getAttribute('data-role'),
        ...['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)) / 16),
      ]),
    )
    expect(shown.length).toBeGreaterThan(5)
    await overlay.press('report-too-many-steps')
    await overlay.waitFor('report-sent')
    const drawn = async () => {
      const note = (await notesSent()).find(({ wireframe }) => wireframe !== undefined)
      return note?.wireframe?.map(({ role, x, y, width, height }) => [role, x, y, width, height])
    }
    await expect.poll(drawn, PATIENCE).toEqual(shown)
  })

  test('twins: pages that differ in their texts only have the same boxes', async () => {
    await open({ wireframes: 'on' })
    await overlay.press('say-more')
    const draw = async () => {
      await overlay.press('draw')
      await overlay.waitFor('wireframe')
      const boxes = await page.$eval('>>> [data-testid="wireframe"]', (svg) => svg.innerHTML)
      await overlay.press('draw')
      await overlay.isGone('wireframe')
      return boxes
    }
    const one = await draw()
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (node.parentElement?.localName !== 'script' && node.nodeValue?.trim())
          node.nodeValue = 'another and a very much longer name of somebody else '.repeat(9)
      for (const field of document.querySelectorAll('input')) field.value = ''
      document.body.style.fontSize = '40px'
      document.querySelector('table')?.insertRow().append(document.createElement('td'))
    })
    expect(await draw()).toBe(one)
  })

  test('options show each record in words, and each request byte for byte', async () => {
    await sent()
    const options = await openOptions(session.loaded)
    await options.find('sent-log')
    // Only the newest is open, and only some are there at first.
    if (await options.page.$('[data-testid="sent-older"]')) await options.press('sent-older')
    await options.page.$$eval('[data-testid="sent-batch"] > details', (all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    await options.says('sent-log', /report .*Allergy list/)
    expect(await options.read('sent-log')).toContain('it is slow, and the button is hidden')
    const bodies = await options.page.$$eval('[data-testid="sent-raw"] pre', (all) =>
      all.map((pre) => pre.textContent ?? ''),
    )
    for (const body of bodies) expect(JSON.parse(body)).toHaveProperty('resourceLogs')
    await expectAccessible(kind, options.page, 'html')
    await takePicture(options.page, kind, 'options-sent')
    await options.close()
  })

  test('while paused nothing is sent; what waits is told in words, and can be deleted', async () => {
    await sent()
    await open({ comments: 'checked' })
    await unfold()
    await write('it is slow')
    await overlay.press('report-worked-around')
    await overlay.waitFor('report-sent')
    const options = await openOptions(session.loaded)
    await options.press('pause-all')
    await options.says('paused-until', /Paused until/)
    await sent()
    await options.press('sent-refresh')
    await options.says('queued', /had to work around it\): “it is slow”/)
    await options.press('delete-waiting')
    await options.press('delete-confirm')
    await options.says('deleted', /deleted/)
    await options.press('pause-all')
    await options.says('paused-until', /^$/)
    await options.close()
    const told = (await notesSent()).filter(({ outcome }) => outcome === 'worked-around')
    expect(told).toEqual([])
  })

  test('the dashboard tells reasons with how much and how often, shows words and boxes, and deletes them', async () => {
    await sent()
    const dashboard = await openDashboard(session)
    await dashboard.waitForSelector('[data-testid="note-comment"]', PATIENCE)
    const row = await dashboard.$eval(
      '[data-testid="report-row"][data-category="unclear-words"]',
      (part) => part.textContent ?? '',
    )
    expect(row).toContain('I can’t go on')
    expect(row).toContain('Every day')
    expect(await dashboard.$$('[data-testid="note-drawing"] rect')).not.toHaveLength(0)
    await expectAccessible(kind, dashboard, 'html')
    await (await dashboard.$('#notes'))?.scrollIntoView()
    await takePicture(dashboard, kind, 'dashboard-notes')
    await (await dashboard.$('#reports'))?.scrollIntoView()
    await takePicture(dashboard, kind, 'dashboard-reports')
    const count = () => dashboard.$$eval('[data-testid="note"]', (all) => all.length)
    const before = await count()
    await dashboard.click('[data-testid="note-delete"]')
    await dashboard.click('[data-testid="note-delete-yes"]')
    await expect.poll(count, PATIENCE).toBe(before - 1)
    await dashboard.close()
  })

  test.each([
    ['ar', 'comment-ar'],
    ['de', 'comment-de'],
  ])('in %s', async (locale, picture) => {
    await open({ comments: 'checked', wireframes: 'on', locale })
    await unfold()
    await write('Dorothea Quennell 1961')
    await overlay.press('draw')
    await overlay.waitFor('marked')
    await overlay.waitFor('wireframe')
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, picture)
  })
})
