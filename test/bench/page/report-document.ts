import { cpus } from 'node:os'
import { DRIVER, POSTHOG } from './peers.ts'
import type { Run } from './run.ts'
import type { Storm } from './storm-run.ts'
import { timesOf } from './times.ts'

/** What issue 3 asks for, in milliseconds and shares of 1. */
const AIM = { screen: 1, target: 2, share: 0.01, task: 8 }

const ms = (value: number) => value.toFixed(value < 0.1 ? 3 : 2)
const percent = (share: number) => `${(share * 100).toFixed(2)} %`
const verdict = (isMet: boolean) => (isMet ? 'met' : '**missed**')
const shareOf = ({ cost }: Storm) => cost.total / cost.span

function timesRow(what: string, samples: readonly number[], aim?: number): string {
  if (samples.length === 0) return `| ${what} | 0 | | | | |`
  const { count, median, p95, max } = timesOf(samples)
  const asked = aim === undefined ? '' : `p95 ≤ ${aim}: ${verdict(p95 <= aim)}`
  return `| ${what} | ${count} | ${ms(median)} | ${ms(p95)} | ${ms(max)} | ${asked} |`
}

function looksTable({ looks: { samples, peers } }: Run): string {
  return [
    '| what | times | median | p95 | longest | aim |',
    '| --- | --: | --: | --: | --: | --- |',
    timesRow('screen, first look after a change', samples.screen, AIM.screen),
    timesRow('screen, another look, nothing changed', samples.screenAgain, AIM.screen),
    timesRow('target on the page, a look of its own after a change', samples.present, AIM.target),
    timesRow('target not on the page, the same', samples.absent, AIM.target),
    timesRow(
      'target on the page, in a look that has decided the screen',
      samples.presentShared,
      AIM.target,
    ),
    timesRow('target not on the page, the same', samples.absentShared, AIM.target),
    timesRow('`document.querySelector`, as driver.js and Shepherd look up', peers.query),
    timesRow(`driver.js ${DRIVER.version}: \`highlight\` of one element`, peers.highlight),
  ].join('\n')
}

function stormRow(storm: Storm, posthog: Storm | undefined): string {
  const { tool, changesPerSecond, cost, sampledShare } = storm
  const isOurs = tool.startsWith('Handrail')
  const aim = isOurs
    ? `≤ 1 %: ${verdict(shareOf(storm) <= AIM.share)}; task ≤ 8: ${verdict(cost.longestTask <= AIM.task)}`
    : ''
  const ratio = isOurs && posthog ? `${(shareOf(storm) / shareOf(posthog)).toFixed(1)} ×` : ''
  const busy = percent(cost.busy / cost.span)
  return `| ${tool} | ${Math.round(changesPerSecond)} | ${busy} | ${percent(shareOf(storm))} | ${percent(sampledShare)} | ${cost.calls} | ${ms(cost.longestTask)} | ${ratio} | ${aim} |`
}

function stormTable({ storms }: Run): string {
  const posthog = storms.find(({ tool }) => tool === 'posthog-js')
  return [
    '| on the page | changes/s | main thread busy | of the tool | sampled | calls | longest task | to posthog-js | aim |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...storms.map((storm) => stormRow(storm, posthog)),
  ].join('\n')
}

/** The bench as a document; the same text goes to the terminal. */
export function pageDocument(run: Run): string {
  const { size, looks } = run
  const { samples, peers } = looks
  const ratio = timesOf(samples.present).median / timesOf(peers.query).median
  const [cpu] = cpus()
  return `# What Handrail costs a page

Made by \`npm run bench:page\`; do not edit. A made-up clinical page of ${looks.elements} elements (\`test/bench/page/clinic\`), a pack of
${size.screens} screens, of which ${size.screensHere} fit the page’s address, and ${size.present + size.absent} targets recorded by Handrail: ${size.present} on this page, ${size.absent} on another.
All in one run, in Chromium without a window, on ${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}. **The machine is shared**: absolute figures
move by half and more from run to run, and what else runs shows first in p95 and the longest. Ratios within one run are steadier.

## Looks

Milliseconds, in the page’s own world: \`content/lookout.ts\` as the extension runs it. Before each first look the page is changed, laid out and painted.

${looksTable(run)}

Of ${size.present} targets that are here ${samples.found} were found and ${samples.ambiguous} ambiguous; ${samples.missing} were missing (${size.absent} are not here); **${samples.wrong} wrong elements**.
Preparing the pack’s rules, once a page: ${ms(samples.prepare)} ms. A target takes ${ratio.toFixed(0)} times as long as \`querySelector\`, which takes the first
element that fits and does not ask whether it is the right one.

## A storm

Changes of attributes, texts and rows, two in each task of the app’s, for ${size.stormMs / 1000} s, and a press each second. The built extension runs beside it;
then posthog-js ${POSTHOG.version} does (autocapture and dead clicks on, the rest off). “Of the tool”: share of the time in calls of its scripts with all that the
browser does within them, by Chromium’s trace; “sampled”: the same by its profiler, in a storm of its own. Milliseconds for the longest task.

${stormTable(run)}`
}
