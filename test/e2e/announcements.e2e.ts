import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 800

/** One story, in order: the budget of the day is one for the whole browser. */
describe.each(BROWSERS)('announcements, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind, 'on')
  })
  afterAll(() => session?.stop())

  async function open(path: string, screen: string): Promise<void> {
    await session.page.bringToFront()
    await session.page.goto(`${session.site.origin}${path}`)
    await session.overlay.onScreen(screen)
  }
  async function expectNone(): Promise<void> {
    const until = Date.now() + SOME_LOOKS_MS
    while (Date.now() < until) expect(await session.page.$$('>>> .news')).toEqual([])
  }

  test('one comes up as a card that takes no focus, and yields to an alert', async () => {
    const { page, overlay } = session
    await open('/news', 'news')
    await overlay.waitFor('announcement-first')
    await takePicture(page, kind, 'announcement')
    await takeNarrowPicture(page, kind, 'announcement')
    await expectAccessible(kind, session.page, OVERLAY)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    const spoken = await page.$eval('>>> [role="status"]', (part) => part.textContent)
    expect(spoken).toBe('First news. Read this.')
    await page.evaluate(() => {
      const alert = document.getElementById('alert')
      if (alert) alert.innerHTML = '<div role="alertdialog" aria-label="Alert">Allergic</div>'
    })
    await overlay.isGone('announcement-first')
    await page.evaluate(() => document.querySelector('[role="alertdialog"]')?.remove())
    await overlay.waitFor('announcement-first')
    await page.keyboard.press('Escape')
    await overlay.isGone('announcement-first')
  })

  test('there is no other on the same day, and both stand in the help panel', async () => {
    await open('/news', 'news')
    await expectNone()
    await session.overlay.press('launcher')
    await session.overlay.waitFor('news-first')
    await session.overlay.waitFor('news-second')
    await takePicture(session.page, kind, 'news-list')
    await takeNarrowPicture(session.page, kind, 'news-list')
    await expectAccessible(kind, session.page, OVERLAY)
  })

  test('a safety notice comes up nevertheless, until it was read', async () => {
    const { page, overlay } = session
    await open('/news/recall', 'recall')
    await overlay.waitFor('announcement-recall')
    await open('/news/recall', 'recall')
    await overlay.waitFor('announcement-recall')
    await expectAccessible(kind, session.page, OVERLAY)
    await takePicture(page, kind, 'announcement-safety')
    await takeNarrowPicture(page, kind, 'announcement-safety')
    await overlay.press('got-it')
    await overlay.isGone('announcement-recall')
    await page.reload()
    await overlay.onScreen('recall')
    await expectNone()
  })
})
