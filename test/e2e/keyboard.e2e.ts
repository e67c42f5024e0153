import type { Page, SerializedAXNode } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { john } from '../../demo/openmrs/patients.ts'
import { openChart, signIn } from './helpers/openmrs.ts'
import { BROWSERS, type Session, startSession } from './helpers/session.ts'
import { TYPED } from './helpers/vitals.ts'

/** A chart of OpenMRS has some hundred places that Tab comes to; more than this is a trap. */
const TABS_MAX = 250
const FIELDS = [
  ['temperature', 'Temperature', TYPED.Temperature],
  ['systolic', 'systolic', TYPED.systolic],
  ['diastolic', 'diastolic', TYPED.diastolic],
  ['pulse', 'Pulse', TYPED.Pulse],
  ['weight', 'Weight', TYPED.Weight],
] as const

/** Runs in the page: what has the focus, through open shadow roots. */
function focused(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}

/** Complaint 11 of users of walkthroughs: a person who has no mouse, and one who sees no screen. */
describe.each(BROWSERS)('by the keyboard alone, in %s', (kind) => {
  let session: Session
  let page: Page

  beforeAll(async () => {
    session = await startSession(kind)
    page = session.page
    await signIn(page, session.stack.ehr)
    await openChart(page, session.stack.ehr, john.uuid, 'patient-summary')
    await session.overlay.onScreen('patient-summary')
  })
  afterAll(() => session?.stop())

  const hasFocus = (selector: string, words = '') =>
    page.evaluate(
      `(${focused})()?.matches(${JSON.stringify(selector)}) === true &&
       (${focused})().textContent.includes(${JSON.stringify(words)})`,
    )

  /**
   * Presses Tab, or Shift and Tab, until an element has the focus. At a page's end Firefox goes on to its
   * own controls, which the driver can't press: so a test goes the way on which the element lies.
   */
  async function tabTo(selector: string, words = '', isBack = false): Promise<void> {
    for (let pressed = 0; pressed < TABS_MAX; pressed++) {
      if (await hasFocus(selector, words)) return
      // OpenMRS keeps Tab within what it says of saved data: a person closes that.
      if (await hasFocus('[aria-label="Close snackbar"]')) await page.keyboard.press('Enter')
      if (isBack) await page.keyboard.down('Shift')
      await page.keyboard.press('Tab')
      if (isBack) await page.keyboard.up('Shift')
    }
    const at = await page.evaluate(`(${focused})()?.outerHTML.slice(0, 200)`)
    throw new Error(`Tab never comes to ${selector} ${words}, and at last is at ${at}`)
  }

  /**
   * Ours comes after all of the page, and the launcher last. Firefox's driver at times sends Enter whole (no
   * one prevents it) and no click comes of it, as where the window has lost the focus: it is given back.
   */
  async function pressFinish(tries = 3): Promise<void> {
    try {
      await page.bringToFront()
      await tabTo('[data-testid="launcher"]')
      await tabTo('[data-testid="callout"] button', 'Finish', true)
      await page.keyboard.press('Enter')
      await page.waitForSelector('>>> [data-testid="completed"]', { timeout: 5_000 })
    } catch (error) {
      if (tries === 1) throw error
      await pressFinish(tries - 1)
    }
  }

  test('vitals are recorded with the walkthrough, to its last step', async () => {
    const { overlay } = session
    // Ours comes after all of the page.
    await tabTo('[data-testid="launcher"]', '', true)
    await page.keyboard.press('Enter')
    await overlay.waitFor('help-panel')
    await tabTo('[data-testid="offer-record-vitals"]')
    await page.keyboard.press('Enter')
    await overlay.atStep('open-form')
    await tabTo('button', 'Record vitals', true)
    await page.keyboard.press('Enter')
    for (const [step, field, value] of FIELDS) {
      await overlay.atStep(step)
      // The form stands before the chart.
      await tabTo(`input[name="${field}"]`, '', step === FIELDS[0][0])
      await page.keyboard.type(value)
      // The step moves on, and the focus stays with the person.
      await page.keyboard.press('Tab')
      // The driver may be back before a busy page has moved it.
      await expect.poll(() => hasFocus(`input[name="${field}"]`), { timeout: 5_000 }).toBe(false)
    }
    await overlay.atStep('save')
    await tabTo('button', 'Save and close')
    await page.keyboard.press('Enter')
    await overlay.atStep('check')
    await pressFinish()
  })

  test('a step that comes up is told to a screen reader, and takes no focus', async () => {
    const { overlay } = session
    await openChart(page, session.stack.ehr, john.uuid, 'patient-summary')
    await overlay.start('record-vitals')
    await overlay.atStep('open-form')
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href]')?.focus())
    // The form opens by itself, as by the app's own doing.
    await page.evaluate(() => {
      const named = [...document.querySelectorAll('button')].find((button) =>
        button.textContent?.includes('Record vitals'),
      )
      named?.click()
    })
    await overlay.atStep('temperature')
    const isOurs = await page.evaluate(() => document.activeElement?.matches('[popover="manual"]'))
    expect(isOurs).toBe(false)
    if (kind === 'firefox') return
    const tree = (await page.accessibility.snapshot({ interestingOnly: false })) ?? undefined
    const all = [...nodesOf(tree)]
    const said = all.find((node) => node.role === 'status' && textOf(node).includes('temperature'))
    expect(textOf(said)).toMatch(/Record vitals\. Step 2 of 8\. Enter the temperature/)
    const dialog = all.find(
      ({ role, name }) => role === 'dialog' && name?.startsWith('Record vitals'),
    )
    const buttons = [...nodesOf(dialog)].filter(({ role }) => role === 'button')
    expect(buttons.map(({ name }) => name)).toEqual(expect.arrayContaining(['Back', 'Skip']))
    expect(buttons.every(({ name }) => Boolean(name))).toBe(true)
  })
})

function* nodesOf(node: SerializedAXNode | undefined): Generator<SerializedAXNode> {
  if (node === undefined) return
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

function textOf(node: SerializedAXNode | undefined): string {
  return [...nodesOf(node)].map(({ name }) => name ?? '').join(' ')
}
