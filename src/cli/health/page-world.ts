import type { CDPSession, Protocol } from 'puppeteer-core'
import type { ProbeAnswer, ProbeRequest, Sighting } from '../../probe/sighting.ts'
import { PROBE_GLOBAL } from './probe-script.ts'

const WORLD = 'handrail'
/** The better answer of two frames stands. */
const ORDER: readonly Sighting['state'][] = ['found', 'moved', 'ambiguous', 'missing']

/**
 * Runs the probe in a JavaScript world of its own, as a content script: it sees the page's DOM, and
 * the page can neither see nor bend it.
 */
export function createPageWorld(session: CDPSession, script: string) {
  /** Undefined where the frame is just being replaced. */
  async function ask<Answer>(frameId: string, call: string): Promise<Answer | undefined> {
    try {
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
        frameId,
        worldName: WORLD,
      })
      const expression = `${script};${PROBE_GLOBAL}.${call}`
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
      })
      return exceptionDetails === undefined ? result.value : undefined
    } catch {
      return undefined
    }
  }

  /** The page's own frame first; none once the browser has gone. */
  async function frames(): Promise<string[]> {
    const tree = await session.send('Page.getFrameTree').catch(() => undefined)
    if (tree === undefined) return []
    const idsOf = ({ frame, childFrames = [] }: Protocol.Page.FrameTree): string[] => [
      frame.id,
      ...childFrames.flatMap(idsOf),
    ]
    return idsOf(tree.frameTree)
  }

  return {
    /** Asks the page, and its frames for the targets whose recipe names a frame. */
    async look(request: ProbeRequest): Promise<ProbeAnswer | undefined> {
      const [top = '', ...inner] = await frames()
      const answer = await ask<ProbeAnswer>(top, `look(${JSON.stringify(request)})`)
      const framed = request.targets.filter(({ anchor }) => anchor.frame !== undefined)
      if (answer === undefined || framed.length === 0) return answer
      const call = `look(${JSON.stringify({ ...request, screens: [], targets: framed })})`
      const others = await Promise.all(inner.map((frame) => ask<ProbeAnswer>(frame, call)))
      const all = others.flatMap((other) => other?.sightings ?? [])
      return { ...answer, sightings: answer.sightings.map((own) => bestOf(own, all)) }
    },
    async point(anchor: unknown): Promise<{ x: number; y: number } | undefined> {
      const [top = ''] = await frames()
      return ask(top, `point(${JSON.stringify(anchor)})`)
    },
  }
}

function bestOf(own: Sighting, others: readonly Sighting[]): Sighting {
  const all = [own, ...others.filter(({ id }) => id === own.id)]
  return all.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0] ?? own
}
