import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import type { BenchApp, ServedApp } from './apps/app.ts'
import { inject } from './bundle.ts'
import { openScreen } from './open-screen.ts'
import type { AnchorBench } from './page/main.ts'
import type { Case } from './score.ts'
import { GONE, type Screen, type Side, selectorOf, stepsOf, type Truth } from './truth.ts'

/** A page as it was on one release, to drift from. */
export interface SavedScreen {
  app: string
  screen: string
  html: string
  /** Truth selectors by target. */
  targets: Record<string, { selector: string; trait?: string | undefined }>
}

export interface UpgradeResult {
  cases: Case[]
  saved: SavedScreen[]
  /** Screens that did not open and selectors that are not one element: the bench is broken there. */
  faults: string[]
}

interface Visit {
  side: Side
  page: Page
  served: ServedApp
}

const other = (side: Side): Side => (side === 'a' ? 'b' : 'a')

/** The one drawn element of a truth selector; a sentence where it is not one. */
export async function resolveTruth(page: Page, selector: string) {
  const isPath = /^[/(]/.test(selector)
  const all = await page.$$(isPath ? `xpath/${selector}` : selector)
  // Puppeteer's text selector gives the innermost element; meant is the control around it.
  const around = /([^\s>]+)::-p-text\([^)]*\)$/.exec(selector)?.[1]
  const handle = await page.evaluateHandle(
    (compound, ...elements) => {
      const whole = elements.map((element) => (compound && element.closest(compound)) || element)
      return [...new Set(whole)].filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
      })
    },
    around ?? '',
    ...all,
  )
  const drawn: ElementHandle<Element>[] = []
  for (const property of (await handle.getProperties()).values()) {
    const element = property.asElement()
    if (element) drawn.push(element as ElementHandle<Element>)
  }
  const [one] = drawn
  return one !== undefined && drawn.length === 1
    ? { ok: true as const, element: one }
    : { ok: false as const, message: `${drawn.length} drawn elements (${all.length} in all)` }
}

/** Opens each screen on both releases at once, records on each and looks on the other. */
export async function runUpgrade(
  browsers: Readonly<Record<Side, Browser>>,
  code: string,
  name: string,
  app: BenchApp,
  truth: Truth,
  log: (line: string) => void,
): Promise<UpgradeResult> {
  const result: UpgradeResult = { cases: [], saved: [], faults: [] }
  const visits: Visit[] = []
  try {
    for (const side of ['a', 'b'] as const) {
      const served = await app.serve(side)
      const context = await browsers[side].createBrowserContext()
      const page = await context.newPage()
      visits.push({ side, page, served })
      await app.prepare?.(page, served)
    }
    for (const [screenName, screen] of Object.entries(truth.screens)) {
      log(`${truth.app}: ${screenName}`)
      await runScreen(visits, code, { name, app, screenName, screen }, result)
    }
  } finally {
    for (const { page, served } of visits) {
      // A browser that has died is reported by what failed first.
      await page
        .browserContext()
        .close()
        .catch(() => undefined)
      await served.stop()
    }
  }
  return result
}

type Recorded = ReturnType<AnchorBench['record']>

interface ScreenAbout {
  name: string
  app: BenchApp
  screenName: string
  screen: Screen
}

async function runScreen(
  visits: readonly Visit[],
  code: string,
  { name, app, screenName, screen }: ScreenAbout,
  { cases, saved, faults }: UpgradeResult,
): Promise<void> {
  const truths = { a: new Map<string, ElementHandle>(), b: new Map<string, ElementHandle>() }
  const records = { a: new Map<string, Recorded>(), b: new Map<string, Recorded>() }
  const record = async ({ side, page, served }: Visit): Promise<boolean> => {
    const steps = stepsOf(screen, side).map((step) => app.resolve?.(step) ?? step)
    await page.bringToFront()
    try {
      await openScreen(page, steps, served.origin)
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
      faults.push(`${name}/${screenName} (${side}) did not open: ${String(error)} ${cause}`)
      return false
    }
    await inject(page, code)
    for (const [target, about] of Object.entries(screen.targets)) {
      const selector = selectorOf(about, side)
      if (selector === GONE) continue
      const resolved = await resolveTruth(page, selector)
      if (!resolved.ok) {
        faults.push(`${name}/${screenName}/${target} (${side}): ${resolved.message}`)
        continue
      }
      truths[side].set(target, resolved.element)
      records[side].set(
        target,
        await resolved.element.evaluate((element) => anchorBench.record(element as Element)),
      )
    }
    saved.push({
      app: name,
      screen: `${screenName} (${side})`,
      html: await page.evaluate(() => anchorBench.savePage()),
      targets: Object.fromEntries(
        [...truths[side].keys()].flatMap((target) => {
          const about = screen.targets[target]
          return about ? [[target, { selector: selectorOf(about, side), trait: about.trait }]] : []
        }),
      ),
    })
    return true
  }
  const opened = await Promise.all(visits.map(record))
  if (opened.includes(false)) return
  for (const { side: from } of visits) {
    const to = other(from)
    const page = visits.find(({ side }) => side === to)?.page
    await page?.bringToFront()
    for (const [target, made] of records[from]) {
      const about = screen.targets[target]
      if (about === undefined || page === undefined) continue
      const isGone = selectorOf(about, to) === GONE
      const truth = truths[to].get(target)
      // A selector that is not one element has been reported; there is no truth to hold it to.
      if (!isGone && truth === undefined) continue
      const verdicts = await page.evaluate(
        (all, element) => anchorBench.judge(all, element as Element | null),
        made.recipes,
        truth ?? null,
      )
      const passage = `${from}→${to}`
      const { trait } = about
      cases.push({
        app: name,
        screen: screenName,
        target,
        passage,
        isGone,
        trait,
        ...made,
        verdicts,
      })
    }
  }
}
