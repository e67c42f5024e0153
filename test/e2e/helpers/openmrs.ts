import type { Page } from 'puppeteer-core'
import type { Stack } from '../../../demo/stack.ts'

/** Signs in and picks a location, by the keyboard and the mouse. */
export async function signIn(page: Page, ehr: Stack['ehr']): Promise<void> {
  await page.goto(ehr.url)
  await typeInto(page, '#username', 'admin')
  await page.keyboard.press('Enter')
  await typeInto(page, '#password', 'Admin123')
  await page.keyboard.press('Enter')
  await press(page, 'label::-p-text(Outpatient Clinic)')
  await press(page, 'button::-p-text(Confirm)')
  await page.waitForFunction(() => location.pathname.startsWith('/openmrs/spa/home'))
}

/** Opens a part of a patient's chart by its address. */
export async function openChart(page: Page, ehr: Stack['ehr'], patient: string, part: string) {
  await page.goto(`${ehr.origin}/openmrs/spa/patient/${patient}/chart/${part}`)
}

/** Presses what a selector finds once it is there, drawn and still. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).setTimeout(20_000).click()
}

/**
 * Presses until something else has come: a list that is drawn once more between the pointer going
 * down and up takes no press, and the app does this with what a search has found.
 */
export async function pressUntil(page: Page, selector: string, result: string): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt++) {
    await press(page, selector)
    const came = await page.waitForSelector(result, { timeout: 4_000 }).catch(() => null)
    if (came !== null) return
  }
  throw new Error(`Pressing ${selector} did not bring up ${result}`)
}

/** Types into a field as a person does, key by key, in place of what is there. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector, { visible: true, timeout: 20_000 })
  await field?.click({ count: 3 })
  await field?.type(text)
}
