import type { Page } from 'puppeteer-core'

/** What a page without Handrail would have seen of an act: a press on Handrail is there the pointer alone. */
export type Move =
  | { kind: 'point'; x: number; y: number }
  | { kind: 'key'; key: 'Escape' }
  | { kind: 'scroll'; by: number }
  | { kind: 'size'; width: number; height: number }

async function move(page: Page, made: Move): Promise<void> {
  if (made.kind === 'point') await page.mouse.move(made.x, made.y)
  else if (made.kind === 'key') await page.keyboard.press(made.key)
  else if (made.kind === 'scroll') await page.evaluate((by) => scrollBy(0, by), made.by)
  else await page.setViewport({ width: made.width, height: made.height })
}

/** Runs in the page. */
const isOursAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.matches(':root > div[popover="manual"]') ?? false

/** Acts on a page, and notes what its own part in them was. */
export function createHand(page: Page) {
  const moves: Move[] = []
  const make = (made: Move) => {
    moves.push(made)
    return move(page, made)
  }
  return {
    moves: moves as readonly Move[],
    /** Presses a part of Handrail's, unless it has moved away since it was seen: that press would be the page's. */
    async press(x: number, y: number): Promise<void> {
      await make({ kind: 'point', x, y })
      if (await page.evaluate(isOursAt, x, y)) await page.mouse.click(x, y)
    },
    escape: () => make({ kind: 'key', key: 'Escape' }),
    scroll: (by: number) => make({ kind: 'scroll', by }),
    resize: (size: { width: number; height: number }) => make({ kind: 'size', ...size }),
  }
}

export type Hand = ReturnType<typeof createHand>

/** Does on a page without Handrail what was its part in a run. */
export async function doAgain(page: Page, moves: readonly Move[]): Promise<void> {
  for (const made of moves) await move(page, made)
}
