import type { ElementHandle, Frame, Page } from 'puppeteer-core'

const PRESS_MS = 15_000
const PRESS_TRY_MS = 4_000

/** Handrail's overlay on a page, or in a frame of it, through its open shadow root, pressed as a person does. */
export function overlayOf(page: Page | Frame) {
  const find = (selector: string): Promise<ElementHandle | null> =>
    page.waitForSelector(`>>> ${selector}`, { visible: true, timeout: 15_000 })
  const byTestId = (id: string) => `[data-testid="${id}"]`

  /**
   * Retried until it is drawn, still and enabled: the page may draw anew under the mouse. A locator that
   * has found a button which then goes waits for that one for ever, so each try looks for it anew.
   */
  async function press(selector: string): Promise<void> {
    const until = Date.now() + PRESS_MS
    for (;;)
      try {
        return await page.locator(`>>> ${selector}`).setTimeout(PRESS_TRY_MS).click()
      } catch (error) {
        if (Date.now() > until) throw error
      }
  }

  return {
    press: (testId: string) => press(byTestId(testId)),
    /** Starts a walkthrough from the help panel. */
    async start(walkthrough: string): Promise<void> {
      await press(byTestId('launcher'))
      await press(byTestId(`offer-${walkthrough}`))
    },
    waitFor: (testId: string) => find(byTestId(testId)),
    /** Waits until the launcher says which screen this is; '' is 'unknown'. */
    onScreen: (id: string) => find(`${byTestId('launcher')}[data-screen="${id}"]`),
    atStep: (id: string) => find(`${byTestId('callout')}[data-step="${id}"]`),
    /** Presses a button of the callout by its words. */
    pressInCallout: (words: string) => press(`[data-testid="callout"] button::-p-text(${words})`),
    /** Presses a button of the bar of a walkthrough that was put aside. */
    pressInBar: (words: string) => press(`[data-testid="folded"] button::-p-text(${words})`),
    /** The cross of the callout: ends the walkthrough. */
    pressStop: () => press('[data-testid="callout"] button[aria-label="Stop"]'),
    isGone: (testId: string) =>
      page.waitForSelector(`>>> ${byTestId(testId)}`, { hidden: true, timeout: 15_000 }),
    /** Where the ring is, beside where the page's control is: they must be the same place. */
    async ringed(): Promise<{ x: number; y: number } | undefined> {
      const ring = await find('.ring')
      const box = await ring?.boundingBox()
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined
    },
  }
}

export type OverlayDriver = ReturnType<typeof overlayOf>
