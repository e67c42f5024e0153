import type { Page } from 'puppeteer-core'

/** What presses in the middle of the page's controls would hit. */
export interface Hits {
  /** Controls in view that are not under something of the page's own. */
  controls: number
  /** Of these, how many lie under a part of Handrail's that is to be seen there. */
  under: number
  /** Under Handrail where nothing of it is to be seen: there must be none. */
  stolen: string[]
  /** The step that is shown. */
  step: string | undefined
}

/** Runs in the page. */
function readHits(): Hits {
  const selector =
    'a[href],button,input:not([type=hidden]),select,textarea,[role=button],[role=tab],[role=option]'
  const own = document.querySelector(':root > div[popover="manual"]')
  const parts = [...(own?.shadowRoot?.querySelectorAll('.card, .launcher, .beacon, .pane') ?? [])]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .map((part) => part.getBoundingClientRect())
  const callout = own?.shadowRoot?.querySelector<HTMLElement>('[data-testid="callout"]')
  // Browsers hit boxes by whole pixels.
  const edge = 1
  const hits: Hits = { controls: 0, under: 0, stolen: [], step: callout?.dataset.step }
  for (const control of document.querySelectorAll(selector)) {
    const { x, y, width, height } = control.getBoundingClientRect()
    const at = { x: x + width / 2, y: y + height / 2 }
    const [top, ...rest] = document.elementsFromPoint(at.x, at.y)
    const [first] = top === own ? rest : [top]
    if (width === 0 || !first || !(control.contains(first) || first.contains(control))) continue
    hits.controls += 1
    if (top !== own) continue
    const isSeen = parts.some(
      ({ left, right, top: above, bottom }) =>
        left - edge <= at.x &&
        at.x <= right + edge &&
        above - edge <= at.y &&
        at.y <= bottom + edge,
    )
    const hit = own?.shadowRoot?.elementFromPoint(at.x, at.y)
    if (isSeen) hits.under += 1
    else
      hits.stolen.push(
        `${control.outerHTML.slice(0, 120)} by ${hit?.localName}.${hit?.getAttribute('class')}`,
      )
  }
  return hits
}

export function hitsOf(page: Page): Promise<Hits> {
  return page.evaluate(readHits)
}
