import type { CDPSession, Protocol } from 'puppeteer-core'

/** Microseconds between two samples: rare enough to cost little itself. */
const SAMPLE_US = 500

export async function startProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US })
  await session.send('Profiler.start')
}

/** Share of the samples that stood in a script whose address begins so, or in what it had called. */
export function shareOf({ nodes, samples = [] }: Protocol.Profiler.Profile, url: string): number {
  const ours = new Set<number>()
  // A node comes before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.startsWith(url)) ours.add(id)
    if (ours.has(id)) for (const child of children) ours.add(child)
  }
  return samples.filter((id) => ours.has(id)).length / samples.length
}
