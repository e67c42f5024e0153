import { expect, test } from 'vitest'
import { overlayDocument } from '../bench/overlay/report-document.ts'
import { runOverlayBench } from '../bench/overlay/run.ts'
import { QUICK } from '../bench/overlay/size.ts'

/** Figures of a machine that runs tests tell nothing; that there are any does. */
test.skipIf(process.env.HANDRAIL_BROWSER === 'firefox')(
  'the bench of the overlay runs',
  async () => {
    const run = await runOverlayBench(QUICK, () => {})
    expect(run.tools.map(({ tool }) => tool)).toEqual(['Handrail', 'driver.js', 'Shepherd'])
    for (const { appearances, frames } of run.tools) {
      expect(appearances).toHaveLength(QUICK.appearances)
      expect(frames.length).toBeGreaterThan(0)
    }
    expect(overlayDocument(run)).toContain('| Handrail |')
  },
)
