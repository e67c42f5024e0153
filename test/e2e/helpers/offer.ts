import type { Page } from 'puppeteer-core'

/**
 * The title under which the help panel offers a walkthrough; opens the panel where it is closed.
 * '' where Handrail is just being drawn anew: to be polled.
 */
export async function offeredTitle(page: Page, walkthrough: string): Promise<string> {
  // A browser neither lays out nor presses anything in a tab behind others.
  await page.bringToFront()
  const offer = await page.$(`>>> [data-testid="offer-${walkthrough}"] strong`)
  if (offer !== null)
    return (await offer.evaluate((element) => element.textContent).catch(() => '')) ?? ''
  const launcher = await page.$('>>> [data-testid="launcher"][aria-expanded="false"]')
  await launcher?.click().catch(() => undefined)
  return ''
}
