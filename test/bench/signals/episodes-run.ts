import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { signIn } from '../../e2e/helpers/openmrs.ts'
import { becomeStill } from '../anchors/open-screen.ts'
import { perform, type SetServer } from './act.ts'
import type { Load } from './corpus/loads.ts'
import type { Episode } from './episode.ts'
import type { Heard } from './listen.ts'
import type { Result } from './score.ts'
import { type Kind, kindOf, TOOLS, type Tool } from './tools.ts'

/** After each episode, in ms: longer than any tool waits for an answer, by what they document. */
const REST_MS = 4_600
/** After the last one, in ms: the longest that any tool waits for a late answer, and a little. */
const LAST_REST_MS = 8_000
/** Before the first one, in ms: for tools to learn what changes by itself. */
const LEARN_MS = 5_000
const SLOW_MS = 2_500

/** Makes the EHR’s server refuse or delay what is posted, as Chromium’s network layer can. */
async function createServerSwitch(page: Page): Promise<SetServer> {
  const session = await page.createCDPSession()
  let how: Parameters<SetServer>[0] = 'well'
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isPost = request.method === 'POST'
    const go = async () => {
      if (how === 'refuses' && isPost)
        return session.send('Fetch.fulfillRequest', { requestId, responseCode: 500, body: '' })
      if (how === 'slow' && isPost) await wait(SLOW_MS)
      return session.send('Fetch.continueRequest', { requestId })
    }
    // A page that has gone needs no answer.
    go().catch(() => undefined)
  })
  return async (next) => {
    how = next
    if (how === 'well') await session.send('Fetch.disable')
    else await session.send('Fetch.enable', { patterns: [{ urlPattern: '*/ws/rest/*' }] })
  }
}

/** What each tool has said from one time until another. */
function saidBetween(heard: readonly Heard[], from: number, until: number) {
  const said = Object.fromEntries(TOOLS.map((tool) => [tool, [] as Kind[]])) as Record<Tool, Kind[]>
  for (const { tool, name, at } of heard) {
    const kind = kindOf(tool, name)
    if (kind && at >= from && at < until && !said[tool].includes(kind)) said[tool].push(kind)
  }
  return said
}

export interface Origins {
  ward: string
  openmrs?: { url: string; origin: string }
}

/** Runs one page load in a tab of its own. Episodes that could not be done are told as faults. */
export async function createRunner(
  page: Page,
  heard: Heard[],
  origins: Origins,
  isSignedIn: boolean,
) {
  const setServer = await createServerSwitch(page)

  async function open({ site, address }: Load): Promise<void> {
    const { openmrs, ward } = origins
    if (site === 'openmrs' && openmrs !== undefined) {
      if (!isSignedIn) await signIn(page, openmrs as never)
      await page.goto(openmrs.origin + address)
      await becomeStill(page)
    } else await page.goto(ward + address, { waitUntil: 'load' })
    await page.mouse.move(3, 3)
    await wait(LEARN_MS)
  }

  return async function run(load: Load) {
    const faults: { episode: Episode; why: string }[] = []
    const spans: { episode: Episode; from: number; isDone: boolean }[] = []
    await open(load)
    for (const episode of load.episodes) {
      const span = { episode, from: Date.now(), isDone: true }
      spans.push(span)
      try {
        for (const act of episode.acts) await perform(page, act, setServer)
      } catch (error) {
        span.isDone = false
        faults.push({ episode, why: String(error) })
        await setServer('well')
      }
      await wait(episode.rest ?? REST_MS)
    }
    await wait(LAST_REST_MS - REST_MS)
    const results = spans.flatMap(({ episode, from, isDone }, index): Result[] => {
      const until = spans[index + 1]?.from ?? Number.POSITIVE_INFINITY
      return isDone ? [{ episode, said: saidBetween(heard, from, until) }] : []
    })
    return { results, faults }
  }
}
