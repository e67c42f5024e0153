import type { Page } from 'puppeteer-core'
import type { FixtureSession } from './fixture-session.ts'
import type { Session } from './session.ts'

/** The collector's dashboard in a tab of its own, opened by its own link. */
export async function openDashboard({ loaded, stack }: Session | FixtureSession): Promise<Page> {
  const page = await loaded.browser.newPage()
  await page.goto(stack.collector.createAdminLink())
  await page.waitForSelector('[data-testid="days"], main section, .card', { timeout: 30_000 })
  return page
}
