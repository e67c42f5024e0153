import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { shareOf, startProfile } from './profile.ts'
import { type Cost, costOf, TRACE_CATEGORIES } from './trace.ts'

/** One storm, with one tool on the page. */
export interface Storm {
  tool: string
  changesPerSecond: number
  cost: Cost
  /** The share again by Chromium's sampling profiler, in a storm of its own. */
  sampledShare: number
}

const PRESS_EVERY_MS = 1_000

/** Somebody works on while the storm goes: what watches presses has something to judge. */
async function pressOn(page: Page, until: AbortSignal): Promise<void> {
  const box = await (await page.$('header button'))?.boundingBox()
  if (!box) throw new Error('The page has nothing to press')
  while (!until.aborted) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await wait(PRESS_EVERY_MS, undefined, { signal: until }).catch(() => undefined)
  }
}

async function storm(page: Page, ms: number): Promise<number> {
  const ending = new AbortController()
  const pressing = pressOn(page, ending.signal)
  const made = await page.evaluate((length) => pageBench.runStorm(length), ms)
  ending.abort()
  await pressing
  return (made * 1000) / ms
}

/** Lets a storm go over the page twice, and counts what the scripts at `url` take: traced, then sampled. */
export async function runStorm(page: Page, tool: string, url: string, ms: number): Promise<Storm> {
  await page.bringToFront()
  await page.tracing.start({ categories: TRACE_CATEGORIES })
  const changesPerSecond = await storm(page, ms)
  const trace = await page.tracing.stop()
  if (trace === undefined) throw new Error('Chromium gave no trace')
  const session = await page.createCDPSession()
  await startProfile(session)
  await storm(page, ms / 2)
  const { profile } = await session.send('Profiler.stop')
  await session.detach()
  return { tool, changesPerSecond, cost: costOf(trace, url), sampledShare: shareOf(profile, url) }
}
