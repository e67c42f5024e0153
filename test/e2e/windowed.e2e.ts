import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { BROWSERS } from './helpers/session.ts'
import { createWitness } from './helpers/witness.ts'

const PATIENCE = { timeout: 30_000 }
/** The row of the target; at most so many frames may pass until the ring has left another row. */
const ROW = 11
const FRAMES_MAX = 2

describe.each(BROWSERS)('lists that draw only what is in view, in %s', (kind) => {
  let session: FixtureSession
  let site: FixtureSession['site']
  let page: Page
  let witness: Awaited<ReturnType<typeof createWitness>>

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    site = session.site
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    page = await session.loaded.browser.newPage()
    witness = await createWitness(page, '#meant')
  })
  afterEach(() => page?.close())

  describe.each([
    ['the button has a name of its own', '/windowed?named', 'windowed-named'],
    ['the row tells which button it is', '/windowed', 'windowed-by-row'],
  ])('%s', (_what, path, walkthrough) => {
    beforeEach(async () => {
      await page.bringToFront()
      await page.goto(site.origin + path)
      await witness.press('launcher')
      await witness.press(`offer-${walkthrough}`)
    })
    const scrollTo = (row: number) => page.evaluate(`scrollToRow(${row})`)
    const isAt = (ring: string) =>
      expect.poll(async () => (await witness.look()).ring, PATIENCE).toBe(ring)
    const wrong = (seen: Awaited<ReturnType<typeof witness.watch>>) =>
      seen.filter(({ ring }) => ring === 'elsewhere').length

    test('it is waited for while out of the list, found in it, and let go of again', async () => {
      await scrollTo(60)
      await expect
        .poll(async () => (await witness.look()).parts, PATIENCE)
        .toHaveProperty('waiting')
      expect(wrong(await witness.watch(30))).toBe(0)
      await scrollTo(ROW - 3)
      await isAt('around it')
      await scrollTo(60)
      await isAt('none')
      await expect
        .poll(async () => (await witness.look()).parts, PATIENCE)
        .toHaveProperty('waiting')
      await scrollTo(ROW - 1)
      await isAt('around it')
    })

    test('its element becomes another row: the ring is off it within a frame or so', async () => {
      await scrollTo(ROW - 3)
      await isAt('around it')
      const seen = await witness.watch(30, 'recycle')
      expect(wrong(seen)).toBeLessThanOrEqual(FRAMES_MAX)
      await expect
        .poll(() => witness.look(), PATIENCE)
        .toMatchObject({ ring: 'none', parts: { waiting: {} } })
    })

    test('through a quick scroll to its end and back', async () => {
      await scrollTo(ROW - 3)
      await isAt('around it')
      const seen: Awaited<ReturnType<typeof witness.watch>> = []
      for (const row of [ROW, ROW + 4, ROW + 9, ROW + 20, ROW + 5, ROW + 1, ROW - 3]) {
        await scrollTo(row)
        seen.push(...(await witness.watch(6)))
      }
      expect(wrong(seen)).toBeLessThanOrEqual(FRAMES_MAX)
      await isAt('around it')
    })
  })
})
