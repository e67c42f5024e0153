import { driver } from 'driver.js'
import driverStyle from 'driver.js-style'
import Shepherd from 'shepherd.js'
import shepherdStyle from 'shepherd.js-style'
import { type Tool, visibleBox } from './tool.ts'

function addStyle(text: string): void {
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
}

/** Its callout counts where the ring is drawn too: before that it says what it waits for. */
function createHandrail(): Tool {
  const roots = () =>
    [...document.querySelectorAll('[popover="manual"]')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot] : [],
    )
  const part = (selector: string) =>
    roots()
      .map((root) => root.querySelector(selector))
      .find((found) => found !== null)
  return {
    point: () => {},
    clear: () => {},
    words: () =>
      visibleBox(part('.ring')) ? visibleBox(part('[data-testid="callout"]')) : undefined,
  }
}

/** Without its animation, which is slower. */
function createDriver(): Tool {
  addStyle(driverStyle)
  const tour = driver({ animate: false, smoothScroll: false })
  return {
    point: (element) =>
      tour.highlight({ element, popover: { title: 'Sign', description: 'Sign the order.' } }),
    clear: () => tour.destroy(),
    words: () => visibleBox(document.querySelector('.driver-popover')),
  }
}

/** Without its overlay, which is slower. */
function createShepherd(): Tool {
  addStyle(shepherdStyle)
  let tour: InstanceType<typeof Shepherd.Tour> | undefined
  return {
    point(element) {
      const started = new Shepherd.Tour({ useModalOverlay: false })
      started.addStep({
        id: 'sign',
        title: 'Sign',
        text: 'Sign the order.',
        attachTo: { element, on: 'bottom' },
        buttons: [{ text: 'Next', action: () => started.next() }],
      })
      tour = started
      void started.start()
    },
    clear: () => void tour?.complete(),
    words: () => visibleBox(document.querySelector('.shepherd-element')),
  }
}

export const TOOLS = {
  Handrail: createHandrail,
  'driver.js': createDriver,
  Shepherd: createShepherd,
} satisfies Record<string, () => Tool>
export type ToolName = keyof typeof TOOLS
