import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from './helpers/axe.ts'
import { FIXTURE_PACK, type FixtureSite, startFixtureSite } from './helpers/fixture-site.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'

describe.each(BROWSERS)('checklists, in %s', (kind) => {
  let session: Session
  let site: FixtureSite

  beforeAll(async () => {
    site = await startFixtureSite()
    session = await startSession(kind, 'none', undefined, [`${site.otherOrigin}/*`])
    const published = await session.stack.publish(FIXTURE_PACK)
    if (!published.ok) throw new Error(published.message)
    await session.configure({ sites: [`${site.origin}/*`, `${site.otherOrigin}/*`] })
  })
  afterAll(async () => {
    await session?.stop()
    await site?.stop()
  })

  async function open(path: string, screen: string): Promise<void> {
    const { page, overlay } = session
    await page.bringToFront()
    await page.goto(`${site.origin}${path}`)
    await overlay.onScreen(screen)
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
  }
  const done = (id: string) =>
    session.page.$eval(`>>> [data-testid="item-${id}"]`, (item) => item.getAttribute('data-done'))
  async function expectAccessible(): Promise<void> {
    for (const value of ['light', 'dark']) {
      if (kind === 'chromium')
        await session.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      expect(await axeFaults(session.page, ':root > div[popover="manual"]')).toEqual([])
    }
  }

  test('items are ticked by a screen reached and a walkthrough completed, and stay so', async () => {
    const { page, overlay } = session
    await open('/missing', 'missing')
    expect([await done('see'), await done('send')]).toEqual(['false', 'false'])
    await open('/hints', 'hints')
    await expect.poll(() => done('see')).toBe('true')
    await expectAccessible()
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
    await expectAccessible()
    await open('/hints', 'hints')
    await overlay.press('show-checklist-referrals')
    await overlay.waitFor('checklist-referrals')
    expect(await done('see')).toBe('true')
  })
})
