import type { CDPSession, Protocol } from 'puppeteer-core'
import type { ProbeAnswer, ProbeRequest, Sighting } from '../../probe/sighting.ts'
import { PROBE_GLOBAL } from './probe-script.ts'

const WORLD = 'handrail'
/** A frame and the session that serves it. */
interface Place {
  session: CDPSession
  frameId: string
}

/** The better answer of two frames stands. */
const ORDER: readonly Sighting['state'][] = ['found', 'moved', 'ambiguous', 'missing']

/**
 * Runs the probe in a JavaScript world of its own, as a content script: it sees the page's DOM, and
 * the page can neither see nor bend it.
 */
export async function createPageWorld(page: CDPSession, script: string) {
  const sessions = await withFramesOfOtherSites(page)

  /** Undefined where the frame is just being replaced. */
  async function ask<Answer>(
    { session, frameId }: Place,
    call: string,
  ): Promise<Answer | undefined> {
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
  async function frames(): Promise<Place[]> {
    const trees = await Promise.all([...sessions].map(framesOf))
    return trees.flat()
  }

  return {
    /** Asks the page, and its frames for the targets whose recipe names a frame. */
    async look(request: ProbeRequest): Promise<ProbeAnswer | undefined> {
      const [top, ...inner] = await frames()
      const answer = top && (await ask<ProbeAnswer>(top, `look(${JSON.stringify(request)})`))
      const framed = request.targets.filter(({ anchor }) => anchor.frame !== undefined)
      if (answer === undefined || framed.length === 0) return answer
      const call = `look(${JSON.stringify({ ...request, screens: [], targets: framed })})`
      const others = await Promise.all(inner.map((frame) => ask<ProbeAnswer>(frame, call)))
      const all = others.flatMap((other) => other?.sightings ?? [])
      return { ...answer, sightings: answer.sightings.map((own) => bestOf(own, all)) }
    },
    async point(anchor: unknown): Promise<{ x: number; y: number } | undefined> {
      const [top] = await frames()
      return top && ask(top, `point(${JSON.stringify(anchor)})`)
    },
  }
}

/** The frames that a session serves; none where it has ended. */
async function framesOf(session: CDPSession): Promise<Place[]> {
  const tree = await session.send('Page.getFrameTree').catch(() => undefined)
  if (tree === undefined) return []
  const placesOf = ({ frame, childFrames = [] }: Protocol.Page.FrameTree): Place[] => [
    { session, frameId: frame.id },
    ...childFrames.flatMap(placesOf),
  ]
  return placesOf(tree.frameTree)
}

/** The page's session and, as they come and go, those of its frames of other sites, which have one each. */
async function withFramesOfOtherSites(page: CDPSession): Promise<ReadonlySet<CDPSession>> {
  const sessions = new Set([page])
  async function watch(session: CDPSession): Promise<void> {
    const inner = new Map<string, CDPSession>()
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const attached = session.connection()?.session(sessionId)
      if (targetInfo.type !== 'iframe' || !attached) return
      inner.set(sessionId, attached)
      sessions.add(attached)
      void watch(attached)
    })
    session.on('Target.detachedFromTarget', ({ sessionId }) => {
      const gone = inner.get(sessionId)
      if (gone) sessions.delete(gone)
      inner.delete(sessionId)
    })
    await session
      .send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: true,
      })
      // A frame may be gone already.
      .catch(() => undefined)
  }
  await watch(page)
  return sessions
}

function bestOf(own: Sighting, others: readonly Sighting[]): Sighting {
  const all = [own, ...others.filter(({ id }) => id === own.id)]
  return all.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0] ?? own
}
