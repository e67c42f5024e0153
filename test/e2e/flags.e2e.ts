import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import type { SentBatch } from '../../src/messaging/protocol.ts'
import type { Policy } from '../../src/vocabulary/policy.ts'
import { expectAccessible } from './helpers/axe.ts'
import { openPopup, tabIdOf } from './helpers/extension-page.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import type { OverlayDriver } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takePicture } from './helpers/take-picture.ts'

const OVERLAY = ':root > div[popover="manual"]'
const PATIENCE = { timeout: 30_000 }

describe.each(BROWSERS)('flag mode, in %s', (kind) => {
  let session: FixtureSession
  let page: Page
  let overlay: OverlayDriver
  let downloads: string

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'handrail-flags-'))
    session = await startFixtureSession(kind)
    page = session.page
    overlay = session.overlay
    // Firefox's driver has no say over downloads.
    if (kind === 'chromium') {
      const browser = await session.loaded.browser.target().createCDPSession()
      await browser.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: downloads,
      })
    }
  })
  afterAll(async () => {
    await session?.stop()
    await rm(downloads, { recursive: true, force: true })
  })

  const open = async (more: Policy = { flagMode: 'on' }) => {
    await session.configure({ ...session.settings, telemetry: 'on', ...more })
    await page.bringToFront()
    await page.goto(`${session.site.origin}/reports`)
    await overlay.onScreen('reports')
  }
  const start = async () => {
    const tabId = await tabIdOf(session.loaded, session.site.origin)
    await page.bringToFront()
    const isOn = await askWorker<boolean>(session.loaded, 'toggle-flags', { tabId })
    await page.bringToFront()
    return isOn
  }
  const part = () => page.$eval('>>> [data-testid="part"]', (one) => one.textContent ?? '')
  const stepTo = async (name: string) => {
    for (let steps = 0; steps < 40 && !(await part()).includes(name); steps++)
      await page.keyboard.press('ArrowRight')
    expect(await part()).toContain(name)
  }

  test('it is off without the policy, and the popup has it with it', async () => {
    await open({ flagMode: 'off' })
    expect(await start()).toBe(false)
    expect(await page.$('>>> [data-testid="flag-panel"]')).toBeNull()
    await open()
    const popup = await openPopup(session.loaded, session.site.origin)
    await popup.find('flag')
    await expectAccessible(kind, popup.page, 'html')
    await popup.close()
  })

  test('by keyboard: step, mark, undo, send; nothing of the page is pressed or changed', async () => {
    await open()
    const before = await page.evaluate(() => document.body.outerHTML)
    expect(await start()).toBe(true)
    await overlay.waitFor('flag-panel')
    await stepTo('Save allergy')
    expect(await page.$('>>> [data-testid="part-ring"]')).not.toBeNull()
    await overlay.press('flag-unclear-words')
    await overlay.press('flag-slow')
    await stepTo('button · form')
    await overlay.press('flag-wrong-order')
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'flag-mode')
    await overlay.press('flag-undo')
    await overlay.press('flag-wrong-order')
    const marked = () => page.$$eval('>>> [data-testid="flags"] li', (all) => all.length)
    await expect.poll(marked, PATIENCE).toBe(3)
    if (kind === 'chromium') {
      await overlay.press('save-json')
      await overlay.press('save-csv')
      await expect
        .poll(async () => (await readdir(downloads)).toSorted(), PATIENCE)
        .toEqual(['handrail-flags.csv', 'handrail-flags.json'])
      const file = JSON.parse(await readFile(join(downloads, 'handrail-flags.json'), 'utf8'))
      expect(file.flags).toMatchObject([
        { screen: 'reports', target: 'save-allergy', reason: 'unclear-words' },
        { screen: 'reports', target: 'save-allergy', reason: 'slow' },
        { screen: 'reports', role: 'button', region: 'form', reason: 'wrong-order' },
      ])
    }
    await overlay.press('send-flags')
    await overlay.waitFor('flags-sent')
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before)
    expect(await page.evaluate('pageClicks()')).toEqual(
      kind === 'chromium' ? expect.not.arrayContaining(['other', 'save-allergy']) : [],
    )
    await session.sync()
    const sent = await askWorker<SentBatch[]>(session.loaded, 'sent-log')
    const reports = sent.flatMap(({ tallies }) =>
      tallies.filter(({ kind: one }) => one === 'report'),
    )
    expect(reports.map(({ target, role, outcome }) => [target ?? role, outcome])).toEqual(
      expect.arrayContaining([
        ['save-allergy', 'unclear-words'],
        ['save-allergy', 'slow'],
        ['button', 'wrong-order'],
      ]),
    )
  })

  test('what is marked stays when Escape leaves, and comes back', async () => {
    await open()
    await start()
    await overlay.waitFor('flag-panel')
    await stepTo('Save allergy')
    await overlay.press('flag-slow')
    await overlay.waitFor('flags')
    await page.keyboard.press('Escape')
    await overlay.isGone('flag-panel')
    await start()
    await overlay.waitFor('flags')
  })

  test('in Arabic, from right to left', async () => {
    await open({ flagMode: 'on', locale: 'ar' })
    await start()
    await overlay.waitFor('flag-panel')
    await page.keyboard.press('ArrowLeft')
    await overlay.waitFor('part-ring')
    expect(await part()).toContain('عنوان')
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'flag-mode-ar')
  })
})
