import type { ElementHandle, Frame, Page } from 'puppeteer-core'

/** The one element of Handrail's in a page. */
export const OVERLAY = ':root > div[popover="manual"]'

const PRESS_MS = 30_000

/** Whether an element is in the page, enabled, and in the same place for two frames. */
async function isPressable(element: Element): Promise<boolean> {
  const boxes: string[] = []
  for (let frame = 0; frame < 3; frame++) {
    boxes.push(JSON.stringify(element.getBoundingClientRect()))
    await new Promise(requestAnimationFrame)
  }
  return element.isConnected && !element.matches(':disabled') && new Set(boxes).size === 1
}

/** Handrail's overlay on a page, or in a frame of it, through its open shadow root, pressed as a person does. */
export function overlayOf(page: Page | Frame) {
  const find = (selector: string): Promise<ElementHandle | null> =>
    page.waitForSelector(`>>> ${selector}`, { visible: true, timeout: 30_000 })
  const byTestId = (id: string) => `[data-testid="${id}"]`

  /**
   * Tried until it is drawn, still and enabled: the page may draw anew under the mouse. A locator of
   * puppeteer's waits for ever for a button that has gone since it was found, as it does when the app alerts.
   */
  async function press(selector: string): Promise<void> {
    const until = Date.now() + PRESS_MS
    for (;;)
      try {
        const button = await find(selector)
        if (await button?.evaluate(isPressable)) return await button?.click()
        if (Date.now() > until) throw new Error(`${selector} never rests`)
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
    /** Presses a button of a part by its words. */
    pressIn: (testId: string, words: string) =>
      press(`${byTestId(testId)} button::-p-text(${words})`),
    /** Presses a button of the bar of a walkthrough that was put aside. */
    pressInBar: (words: string) => press(`[data-testid="folded"] button::-p-text(${words})`),
    /** The cross of the callout: ends the walkthrough. */
    pressStop: () => press('[data-testid="callout"] button[aria-label="Stop"]'),
    isGone: (testId: string) =>
      page.waitForSelector(`>>> ${byTestId(testId)}`, { hidden: true, timeout: 30_000 }),
    /** Where the ring is, beside where the page's control is: they must be the same place. */
    async ringed(): Promise<{ x: number; y: number } | undefined> {
      const ring = await find('.ring')
      const box = await ring?.boundingBox()
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined
    },
  }
}

export type OverlayDriver = ReturnType<typeof overlayOf>
