import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

describe.each(BROWSERS)('checklists, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind, 'on')
  })
  afterAll(() => session?.stop())

  async function open(path: string, screen: string): Promise<void> {
    const { page, overlay } = session
    await page.bringToFront()
    await page.goto(`${session.site.origin}${path}`)
    await overlay.onScreen(screen)
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
  }
  const done = (id: string) =>
    session.page.$eval(`>>> [data-testid="item-${id}"]`, (item) => item.getAttribute('data-done'))

  test('items are ticked by a screen reached and a walkthrough completed, and stay so', async () => {
    const { page, overlay } = session
    await open('/missing', 'missing')
    expect([await done('see'), await done('send')]).toEqual(['false', 'false'])
    await open('/hints', 'hints')
    await expect.poll(() => done('see')).toBe('true')
    await expectAccessible(kind, session.page, OVERLAY)
    await takePicture(page, kind, 'checklist')
    await takeNarrowPicture(page, kind, 'checklist')
    await overlay.press('start-referrals-send')
    await overlay.atStep('send')
    await overlay.pressInCallout('Finish')
    await overlay.waitFor('completed')
    await page.reload()
    await open('/missing', 'missing')
    expect([await done('see'), await done('send')]).toEqual(['true', 'true'])
  })

  test('a checklist can be hidden, and stays so until it is wanted again', async () => {
    const { overlay } = session
    await open('/hints', 'hints')
    await overlay.press('hide-checklist-referrals')
    await overlay.waitFor('show-checklist-referrals')
    await expectAccessible(kind, session.page, OVERLAY)
    await open('/hints', 'hints')
    await overlay.press('show-checklist-referrals')
    await overlay.waitFor('checklist-referrals')
    expect(await done('see')).toBe('true')
  })
})
