import type { Browser, Page } from 'puppeteer-core'
import { shareOf, startProfile } from '../page/profile.ts'
import { costOf, TRACE_CATEGORIES } from '../page/trace.ts'
import { perform } from './act.ts'
import { SENSING_URL } from './bundle.ts'
import type { Act } from './episode.ts'
import { putTools } from './listen.ts'
import type { Peer } from './peers.ts'
import { type BenchServer, peerFolder } from './serve.ts'
import type { Size } from './size.ts'
import { TOOLS, type Tool } from './tools.ts'

/** Milliseconds of the page’s main thread in each second. */
export interface CostRound {
  tool: Tool
  /** By Chromium’s trace: what the thread has run in calls of the tool. */
  traced: number
  /** By its sampling profiler, which also sees what runs after an `await`; by the clock. */
  sampled: number
  calls: number
}

const PAGE = '/ward?busy&live'

/** Somebody at work: presses that are answered and one that is not, a field, the wheel. */
const WORK: readonly Act[] = [
  { press: '#quick' },
  { press: '#toggle' },
  { press: '#dose' },
  { type: '12' },
  { press: '#dead' },
  { wheel: 120, turns: 2, every: 120 },
  { wheel: -120, turns: 2, every: 120 },
]

async function work(page: Page, ms: number): Promise<void> {
  const until = Date.now() + ms
  while (Date.now() < until)
    for (const act of WORK) if (Date.now() < until) await perform(page, act, async () => {})
}

async function measure(page: Page, tool: Tool, url: string, ms: number): Promise<CostRound> {
  await page.tracing.start({ categories: TRACE_CATEGORIES })
  await work(page, ms)
  const trace = await page.tracing.stop()
  if (trace === undefined) throw new Error('Chromium gave no trace')
  const { total, span, calls } = costOf(trace, url)
  const session = await page.createCDPSession()
  await startProfile(session)
  await work(page, ms)
  const { profile } = await session.send('Profiler.stop')
  await session.detach()
  return { tool, traced: (total / span) * 1000, sampled: shareOf(profile, url) * 1000, calls }
}

/** Every tool alone on the same page, in turns, each round beginning with another. */
export async function runCost(
  browser: Browser,
  server: BenchServer,
  sensing: string,
  { rounds, roundMs, warmUpMs }: Size,
): Promise<CostRound[]> {
  const all: CostRound[] = []
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < TOOLS.length; turn++) {
      const tool = TOOLS[(turn + round) % TOOLS.length] as Tool
      const isOurs = tool === 'Handrail'
      const page = await browser.newPage()
      await putTools(page, server, {
        ...(isOurs ? { sensing } : {}),
        peers: isOurs ? [] : [tool as Peer],
        isSending: true,
      })
      await page.goto(server.origin + PAGE, { waitUntil: 'load' })
      await work(page, warmUpMs)
      const url = isOurs ? SENSING_URL : server.origin + peerFolder(tool as Peer)
      all.push(await measure(page, tool, url, roundMs))
      await page.close()
    }
  return all
}
