import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { openOptions } from './helpers/extension-page.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 800

/** One story, in order: what somebody has changed is kept in the browser. */
describe.each(BROWSERS)('people make help their own, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    await session.configure({ ...session.settings, roles: ['nurse'] })
  })
  afterAll(() => session?.stop())

  async function open(): Promise<void> {
    await session.page.bringToFront()
    await session.page.goto(`${session.site.origin}/own`)
    await session.overlay.onScreen('own')
  }
  async function openPanel(): Promise<void> {
    await session.overlay.press('launcher')
    await session.overlay.waitFor('help-panel')
  }
  const textOf = (selector: string) =>
    session.page.$eval(`>>> ${selector}`, (part) => part.textContent ?? '')
  const offered = () =>
    session.page.$$eval('>>> .offer', (all) =>
      all.map((one) => one.getAttribute('data-testid')?.replace('offer-', '')),
    )
  /** By its key, as a person who tabs there does. */
  async function chooseLast(testId: string): Promise<void> {
    const field = await session.overlay.waitFor(testId)
    await field?.focus()
    await session.page.keyboard.press('End')
  }

  /** What is opened at the end of a list that scrolls is brought into view. */
  const isLastSettingInPanel = () =>
    session.page.evaluate((host) => {
      const root = document.querySelector(host)?.shadowRoot
      const list = root?.querySelector('.panel > .offers')?.getBoundingClientRect()
      const last = root?.querySelector('[data-testid="settings"]')?.lastElementChild
      const box = last?.getBoundingClientRect()
      return list && box && box.height > 0 && box.bottom <= list.bottom
    }, OVERLAY)

  test('news for others does not come up, and is not listed', async () => {
    await open()
    const until = Date.now() + SOME_LOOKS_MS
    while (Date.now() < until) expect(await session.page.$$('>>> .news')).toEqual([])
    await openPanel()
    expect(await textOf('[data-testid="help-panel"]')).not.toContain('Pharmacists')
    await session.configure({ ...session.settings, roles: ['nurse', 'pharmacist'] })
    await session.page.bringToFront()
    await session.overlay.waitFor('launcher')
    await session.overlay.waitFor('announcement-for-pharmacists')
    await session.overlay.press('got-it')
  })

  test('a walkthrough is pinned, another hidden and brought back; what is required says so', async () => {
    const { overlay, page } = session
    await open()
    await openPanel()
    expect((await offered()).slice(0, 2)).toEqual(['order-blood', 'blood-rules'])
    expect(await page.$('>>> [data-testid="hide-blood-rules"]')).toBeNull()
    expect(await textOf('[data-testid="offer-blood-rules"]')).toContain(
      'Your organisation requires',
    )
    await overlay.press('pin-blood-rules')
    await expect.poll(async () => (await offered())[0]).toBe('blood-rules')
    await overlay.press('hide-order-blood')
    await overlay.isGone('offer-order-blood')
    await expectAccessible(kind, page, OVERLAY)
    await open()
    await openPanel()
    expect((await offered())[0]).toBe('blood-rules')
    expect(await offered()).not.toContain('order-blood')
    await (await page.$('>>> [data-testid="settings"] summary'))?.click()
    await expect.poll(isLastSettingInPanel).toBe(true)
    await takePicture(page, kind, 'settings')
    await takeNarrowPicture(page, kind, 'settings')
    await expectAccessible(kind, page, OVERLAY)
    await overlay.press('unhide-order-blood')
    await overlay.waitFor('offer-order-blood')
  })

  test('letters grow and the help button goes to its corner, at once and from then on', async () => {
    const { overlay, page } = session
    await open()
    const before = await (await overlay.waitFor('launcher'))?.boundingBox()
    await openPanel()
    await (await page.$('>>> [data-testid="settings"] summary'))?.click()
    await chooseLast('text-size')
    await chooseLast('corner')
    await open()
    const after = await (await overlay.waitFor('launcher'))?.boundingBox()
    expect(before && after && [after.y < before.y, after.x > before.x]).toEqual([true, true])
    await overlay.start('order-blood')
    await overlay.atStep('units')
    await takePicture(page, kind, 'callout-larger')
    await takeNarrowPicture(page, kind, 'callout-larger')
    const size = await page.$eval('>>> [data-testid="callout"]', (callout) =>
      Number.parseFloat(getComputedStyle(callout).fontSize),
    )
    expect(size).toBeGreaterThan(18)
  })

  test('who knows a part goes past it, but for what is locked, which says why', async () => {
    const { overlay, page } = session
    await overlay.atStep('units')
    await overlay.press('know-part')
    await overlay.atStep('check')
    expect(await textOf('[data-testid="required"]')).toContain('Your organisation requires')
    expect(await page.$('>>> [data-testid="know-part"]')).toBeNull()
    expect(await textOf('[data-testid="callout"] .position')).toBe('Step 1 of 2')
    await takePicture(page, kind, 'required-step')
    await takeNarrowPicture(page, kind, 'required-step')
    await expectAccessible(kind, page, OVERLAY)
    await overlay.pressStop()
    await overlay.start('order-blood')
    await overlay.atStep('check')
    await overlay.pressStop()
  })

  test('the options page takes all of it back', async () => {
    const options = await openOptions(session.loaded)
    await options.press('reset-personal')
    await expect.poll(() => options.read('personal-said')).not.toBe('')
    await options.page.close()
    await open()
    await openPanel()
    expect((await offered()).slice(0, 2)).toEqual(['order-blood', 'blood-rules'])
    await session.overlay.press('offer-order-blood')
    await session.overlay.atStep('units')
    await session.overlay.pressStop()
  })
})
