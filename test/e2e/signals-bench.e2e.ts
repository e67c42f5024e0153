import { expect, test } from 'vitest'
import { signalsDocument } from '../bench/signals/report-document.ts'
import { runSignalsBench } from '../bench/signals/run.ts'
import { QUICK } from '../bench/signals/size.ts'
import { TOOLS } from '../bench/signals/tools.ts'

/** Figures of a machine that runs tests tell nothing; that every tool was there and heard does. */
test.skipIf(process.env.HANDRAIL_BROWSER === 'firefox')('the bench of signals runs', async () => {
  const run = await runSignalsBench(QUICK, () => {})
  expect(run.faults).toEqual([])
  expect(run.results.length).toBe(QUICK.rows)
  for (const tool of TOOLS) {
    expect(
      run.cost.some((round) => round.tool === tool && round.calls > 0),
      tool,
    ).toBe(true)
    expect(
      run.results.some(({ said }) => said[tool].length > 0),
      tool,
    ).toBe(true)
  }
  expect(signalsDocument(run)).toContain('## Cost')
})
