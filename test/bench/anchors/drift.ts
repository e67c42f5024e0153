import type { Browser, Page } from 'puppeteer-core'
import { inject } from './bundle.ts'
import type { Judged } from './page/judge.ts'
import type { Case } from './score.ts'
import { resolveTruth, type SavedScreen } from './upgrade.ts'

/** Kinds after which the target is not there any more. */
const GONE_KINDS = /^(removed|hidden|replaced)/

async function showSaved(page: Page, code: string, { html }: SavedScreen): Promise<void> {
  await page.goto('about:blank')
  await page.setContent(html, { waitUntil: 'domcontentloaded' })
  await inject(page, code)
}

/** The targets on the saved page as an array in it, and their names in that order. */
async function takeTargets(page: Page, saved: SavedScreen) {
  const names: string[] = []
  const array = await page.evaluateHandle((): Element[] => [])
  for (const [name, { selector }] of Object.entries(saved.targets)) {
    const resolved = await resolveTruth(page, selector)
    // Saving loses a few: what a script had drawn, what was selected.
    if (!resolved.ok) continue
    await array.evaluate((list, element) => {
      list.push(element)
    }, resolved.element)
    names.push(name)
  }
  return { names, array }
}

/** Drifts one saved screen in each kind and looks for each of its targets again. */
async function driftScreen(page: Page, code: string, saved: SavedScreen): Promise<Case[]> {
  const cases: Case[] = []
  await showSaved(page, code, saved)
  const { pageKinds, targetKinds } = await page.evaluate(() => ({
    pageKinds: anchorBench.pageKinds,
    targetKinds: anchorBench.targetKinds,
  }))
  for (const kind of [...targetKinds, ...pageKinds]) {
    const isWhole = pageKinds.includes(kind)
    if (isWhole) await showSaved(page, code, saved)
    const { names, array } = await takeTargets(page, saved)
    const verdicts: (Record<string, Judged> | null)[] = await page.evaluate(
      (targets, wanted, whole) =>
        whole ? anchorBench.driftPage(wanted, targets) : anchorBench.driftTargets(wanted, targets),
      array,
      kind,
      isWhole,
    )
    await array.dispose()
    verdicts.forEach((each, index) => {
      const target = names[index]
      if (each === null || target === undefined) return
      cases.push({
        app: saved.app,
        screen: saved.screen,
        target,
        passage: kind,
        isGone: GONE_KINDS.test(kind),
        trait: saved.targets[target]?.trait,
        verdicts: each,
      })
    })
  }
  return cases
}

/** Drifts the screens, one at a time in each browser; their cases come in the order of the screens. */
export async function runDrift(
  browsers: readonly Browser[],
  code: string,
  screens: readonly SavedScreen[],
  log: (line: string) => void,
): Promise<Case[]> {
  const queue = [...screens.entries()]
  const cases: Case[][] = []
  const work = async (browser: Browser) => {
    const page = await browser.newPage()
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, saved] = next
      log(`drift: ${saved.app} ${saved.screen}`)
      cases[index] = await driftScreen(page, code, saved)
    }
    await page.close()
  }
  await Promise.all(browsers.map(work))
  return cases.flat()
}
