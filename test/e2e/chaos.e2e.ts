import { expect, test } from 'vitest'
import { runChaos } from '../chaos/chaos.ts'
import { createRandom } from '../chaos/random.ts'
import { BROWSERS } from './helpers/session.ts'

/** A small run of what `npm run chaos` does at length. */
const KILLS = 15

test.runIf(BROWSERS.includes('chromium'))(
  'kills at random of worker, browser, collector and database: nothing is lost, nothing counted twice',
  async () => {
    const lines: string[] = []
    const result = await runChaos({
      kills: KILLS,
      random: createRandom(7),
      log: (line) => lines.push(line),
      until: Date.now() + 120_000,
    })
    expect(result).toMatchObject({ lost: [], countedTwice: [], foreign: [], waiting: 0 })
    expect(result.reportedLost).toBe(0)
    expect(result.kills).toBeGreaterThan(KILLS / 2)
  },
  300_000,
)
