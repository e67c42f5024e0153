import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { BrowserKind } from '../../../demo/browser/find.ts'
import { looksIn, setLook } from './looks.ts'

const SOURCE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

interface AxeRun {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
}

/** Nothing that axe knows is wrong under a part of the page, however it looks. */
export async function expectAccessible(kind: BrowserKind, page: Page, within: string) {
  for (const look of looksIn(kind)) {
    await setLook(kind, page, look)
    expect(await axeFaults(page, within), look).toEqual([])
  }
}

/** What axe finds wrong under a part of the page (WCAG 2.2 A and AA), a line each; [] is none. */
export async function axeFaults(page: Page, within: string): Promise<string[]> {
  // Not through a script element: the pages of an extension allow none.
  await page.evaluate(`(() => { ${SOURCE} })()`)
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: AxeRun }
    const { violations } = await axe.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Whole-page rules are for whole pages: the overlay is part of somebody else's.
      rules: { region: { enabled: false } },
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    )
  }, within)
}
