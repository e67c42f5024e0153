import type { BrowserKind } from '../../../demo/browser/find.ts'
import type { Policy } from '../../../src/vocabulary/policy.ts'
import { FIXTURE_PACK, startFixtureSite } from './fixture-site.ts'
import { startSession } from './session.ts'

/**
 * A session with the fixture apps and their pack in it. `others`: whether their site under its other name
 * is one that Handrail works on as well; permitted it is either way.
 */
export async function startFixtureSession(kind: BrowserKind, others: 'on' | 'off' = 'off') {
  const site = await startFixtureSite()
  const session = await startSession(kind, 'none', undefined, [`${site.otherOrigin}/*`])
  const settings: Policy = {
    sites: [`${site.origin}/*`, ...(others === 'on' ? [`${site.otherOrigin}/*`] : [])],
  }
  const published = await session.stack.publish(FIXTURE_PACK)
  if (!published.ok) throw new Error(published.message)
  await session.configure(settings)
  return {
    ...session,
    site,
    settings,
    async stop() {
      await session.stop()
      await site.stop()
    },
  }
}

export type FixtureSession = Awaited<ReturnType<typeof startFixtureSession>>
