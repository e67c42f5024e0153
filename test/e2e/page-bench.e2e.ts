import { expect, test } from 'vitest'
import { pageDocument } from '../bench/page/report-document.ts'
import { runPageBench } from '../bench/page/run.ts'
import { QUICK } from '../bench/page/size.ts'

/** Figures of a machine that runs tests tell nothing; that there are any does. */
test.skipIf(process.env.HANDRAIL_BROWSER === 'firefox')('the bench of the page runs', async () => {
  const run = await runPageBench(QUICK, () => {})
  expect(run.looks.result).toMatchObject({
    found: QUICK.present,
    missing: QUICK.absent,
    ambiguous: 0,
    wrong: 0,
    screens: ['chart'],
  })
  for (const { ran } of run.looks.times.values()) expect(ran.length).toBeGreaterThan(0)
  const tools = run.storms.map(({ tool, cost }) => ({ tool, isThere: cost.calls > 0 }))
  expect(tools).toEqual([
    { tool: 'nothing', isThere: false },
    { tool: 'an observer that does nothing', isThere: true },
    { tool: 'Handrail', isThere: true },
    { tool: 'Handrail, walkthrough', isThere: true },
    { tool: 'posthog-js', isThere: true },
  ])
  expect(pageDocument(run)).toContain('**0 wrong elements**')
})
