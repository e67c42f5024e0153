import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 800

/** The budget of the day is one for the whole browser: each test has its own. */
describe.each(BROWSERS)('what offers itself, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    await session.configure({ ...session.settings, roles: ['on-call'] })
  })
  afterAll(() => session?.stop())

  async function open(path: string, screen: string): Promise<void> {
    await session.page.bringToFront()
    await session.page.goto(`${session.site.origin}${path}`)
    await session.overlay.onScreen(screen)
  }
  async function expectNone(): Promise<void> {
    const until = Date.now() + SOME_LOOKS_MS
    while (Date.now() < until)
      expect(await session.page.$$('>>> [data-testid^="offered-"]')).toEqual([])
  }

  test('comes up as a card that takes no focus, goes for an alert, and shows itself when wanted', async () => {
    const { page, overlay } = session
    await open('/missing', 'missing')
    await overlay.waitFor('offered-on-call')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await takePicture(page, kind, 'offer')
    await takeNarrowPicture(page, kind, 'offer')
    await expectAccessible(kind, page, OVERLAY)
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p role="alertdialog" id="a">Allergic</p>')
    })
    await overlay.isGone('offered-on-call')
    await page.evaluate(() => document.getElementById('a')?.remove())
    await overlay.waitFor('offered-on-call')
    await overlay.press('accept')
    await overlay.waitFor('checklist-on-call')
    await page.keyboard.press('Escape')
    await open('/missing', 'missing')
    await expectNone()
  })

  test('is not for others', async () => {
    await session.configure({ ...session.settings, roles: ['nurse'] })
    await open('/missing', 'missing')
    await session.overlay.press('launcher')
    await session.overlay.waitFor('help-panel')
    expect(await session.page.$('>>> [data-testid="checklist-on-call"]')).toBeNull()
    await expectNone()
  })
})
