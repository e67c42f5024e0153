import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY, type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

describe.each(BROWSERS)('the help panel, in %s', (kind) => {
  let session: FixtureSession
  let page: Page
  let overlay: OverlayDriver

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    page = await session.loaded.browser.newPage()
    overlay = overlayOf(page)
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    await session.configure(session.settings)
    await page.bringToFront()
    await page.goto(`${session.site.origin}/hints`)
    await overlay.onScreen('hints')
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
  })

  const results = () =>
    page.$$eval('>>> [data-testid="results"] > li > *', (all) =>
      all.map((one) => one.getAttribute('data-testid')),
    )
  const search = async (words: string) => {
    await page.$eval('>>> input[type="search"]', (field) => (field as HTMLInputElement).select())
    await page.keyboard.type(words)
  }
  const focused = () =>
    page.evaluate((host) => {
      const inner = document.querySelector(host)?.shadowRoot?.activeElement
      return inner?.closest('[data-testid]')?.getAttribute('data-testid') ?? inner?.localName
    }, OVERLAY)
  const links = () =>
    page.$$eval('>>> [data-testid="article-referral-rules"] a', (all) =>
      all.map((a) => [a.getAttribute('href'), a.target, a.rel]),
    )

  test.each([
    ['referal', ['offer-refer', 'hint-send', 'checklist-referrals']],
    ['abbreviations', ['article-referral-rules']],
    ['regles', ['article-referral-rules']],
    ['手順', ['article-downtime']],
    ['pumps', ['news-recall']],
    ['changed', ['hint-reason']],
  ])('%s finds %j', async (words, found) => {
    await search(words)
    await expect.poll(results).toEqual(expect.arrayContaining(found))
  })

  test('what is for this screen comes first, and says what it is', async () => {
    await expect
      .poll(async () => (await overlay.waitFor('article-referral-rules')) !== null)
      .toBe(true)
    await search('write')
    await expect.poll(async () => (await results())[0]).toBe('article-referral-rules')
    expect(await page.$eval('>>> .new .kind', (part) => part.textContent)).toBe('Article')
    await takePicture(page, kind, 'search-results')
    await takeNarrowPicture(page, kind, 'search-results')
    await expectAccessible(kind, page, OVERLAY)
  })

  test('by keyboard alone: search, read, follow nothing, close', async () => {
    expect(await focused()).toBe('help-panel')
    await page.keyboard.type('abbreviations')
    await overlay.waitFor('article-referral-rules')
    for (let tabs = 0; tabs < 6 && (await focused()) !== 'article-referral-rules'; tabs++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(
      await page.$eval('>>> [data-testid="article-referral-rules"]', (part) =>
        part.hasAttribute('open'),
      ),
    ).toBe(true)
    await takePicture(page, kind, 'article')
    await takeNarrowPicture(page, kind, 'article')
    await expectAccessible(kind, page, OVERLAY)
    await page.keyboard.press('Escape')
    await overlay.isGone('help-panel')
    expect(await focused()).toBe('launcher')
  })

  test('where nothing is found, it says so and offers the report; the words are forgotten', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await search('zzqqxx')
    await overlay.waitFor('found')
    const said = () => page.$eval('>>> [data-testid="found"]', (part) => part.textContent)
    await expect
      .poll(said)
      .toBe('Nothing found. Try another word, or say that this screen is hard.')
    await takePicture(page, kind, 'search-empty')
    await takeNarrowPicture(page, kind, 'search-empty')
    await expectAccessible(kind, page, OVERLAY)
    await overlay.press('report')
    await overlay.waitFor('report-slow')
    await page.keyboard.press('Escape')
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    const kept = await page.$eval(
      '>>> input[type="search"]',
      (field) => (field as HTMLInputElement).value,
    )
    expect(kept).toBe('')
    expect(asked).toEqual([])
    await session.sync()
    expect(JSON.stringify(session.logged)).not.toContain('zzqqxx')
  })

  test('links lead to the hosts of the pack, apart from the app, and say so', async () => {
    expect(await links()).toEqual([
      ['https://wiki.fixtures.test/rules', '_blank', 'noopener noreferrer'],
      ['https://docs.fixtures.test/referrals', '_blank', 'noopener noreferrer'],
    ])
    const said = await page.$$eval('>>> a', (all) => all.map((a) => a.textContent))
    expect(said[0]).toBe('the handbook↗ (leaves the app, in a new tab)')
  })

  test('a policy may allow fewer of them: the words stay', async () => {
    await session.configure({ ...session.settings, linkHosts: ['docs.fixtures.test'] })
    await page.reload()
    await overlay.onScreen('hints')
    await overlay.press('launcher')
    await overlay.waitFor('article-referral-rules')
    expect((await links()).map(([address]) => address)).toEqual([
      'https://docs.fixtures.test/referrals',
    ])
    const text = await page.$eval(
      '>>> [data-testid="article-referral-rules"]',
      (part) => part.textContent,
    )
    expect(text).toContain('The rules stand in the handbook.')
  })
})
