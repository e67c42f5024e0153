import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'

const PATIENCE = { timeout: 20_000 }

describe.each(BROWSERS)('a page that stays open while the extension is updated, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind)
  })
  afterAll(() => session?.stop())

  test('has one overlay, of the new version, at its step', async () => {
    const page = await session.loaded.browser.newPage()
    const overlay = overlayOf(page)
    await page.bringToFront()
    await page.goto(`${session.site.origin}/hints`)
    await overlay.start('refer')
    await overlay.atStep('send')
    await page.$eval(OVERLAY, (host) => host.setAttribute('data-old', ''))
    await session.loaded.update('99.0')
    await page.bringToFront()
    const hosts = () =>
      page.$$eval(OVERLAY, (all) =>
        all.map((host) => ({
          isOld: host.hasAttribute('data-old'),
          step: host.shadowRoot?.querySelector('.callout')?.getAttribute('data-step'),
        })),
      )
    await expect.poll(hosts, PATIENCE).toEqual([{ isOld: false, step: 'send' }])
    await page.close()
  })
})
