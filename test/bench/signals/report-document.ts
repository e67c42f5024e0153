import { cpus, loadavg } from 'node:os'
import { timesOf } from '../page/times.ts'
import { AMPLITUDE, DATADOG, POSTHOG } from './peers.ts'
import type { Run } from './run.ts'
import {
  claimedScore,
  isFriction,
  noticedScore,
  precisionOf,
  type Result,
  recallOf,
  type Score,
  scoreOf,
} from './score.ts'
import { KINDS, TOOLS, type Tool } from './tools.ts'

/** What issue 5 asks for. */
const AIM = { precision: 0.95, recall: 0.9, cost: 0.5 }

const share = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2))
const verdict = (isMet: boolean) => (isMet ? 'met' : '**missed**')
const cell = (score: Score | undefined) =>
  score === undefined
    ? ''
    : `${share(precisionOf(score))} / ${share(recallOf(score))} (${score.hits}, ${score.wrong}, ${score.missed})`
const line = (name: string, of: (tool: Tool) => Score | undefined) =>
  `| ${name} | ${TOOLS.map((tool) => cell(of(tool))).join(' | ')} |`
const head = (what: string) =>
  `| ${what} | ${TOOLS.join(' | ')} |\n| --- | ${TOOLS.map(() => '---').join(' | ')} |`

function qualityTable(results: readonly Result[]): string {
  return [
    head('kind'),
    ...KINDS.map((kind) => line(kind, (tool) => scoreOf(results, tool, kind))),
    line('**all that the tool claims**', (tool) => claimedScore(results, tool)),
    line('**friction noticed at all**', (tool) => noticedScore(results, tool)),
  ].join('\n')
}

function placesTable(results: readonly Result[]): string {
  const places: [string, (address: string) => boolean][] = [
    ['OpenMRS', (address) => address.startsWith('/openmrs')],
    ['fixture page, calm', (address) => address.startsWith('/ward') && !address.includes('live')],
    ['fixture page, live', (address) => address.startsWith('/ward') && address.includes('live')],
  ]
  return [
    head('friction noticed at all'),
    ...places.map(([name, fits]) =>
      line(name, (tool) =>
        noticedScore(
          results.filter(({ episode }) => fits(episode.address)),
          tool,
        ),
      ),
    ),
  ].join('\n')
}

function verdicts(results: readonly Result[]): string {
  const rows = (
    [
      ['Of all kinds that each claims', claimedScore],
      ['Friction noticed at all', noticedScore],
    ] as const
  ).map(([name, of]) => {
    const ours = of(results, 'Handrail')
    const precision = precisionOf(ours) ?? 0
    const recall = recallOf(ours) ?? 0
    const peers = TOOLS.filter((tool) => tool !== 'Handrail')
    const isAhead = peers.every((tool) => {
      const score = of(results, tool)
      return precision > (precisionOf(score) ?? 0) && recall > (recallOf(score) ?? 0)
    })
    return `- ${name}: precision ≥ ${AIM.precision} ${verdict(precision >= AIM.precision)}, recall ≥ ${AIM.recall} ${verdict(recall >= AIM.recall)}, ahead of each peer on both ${verdict(isAhead)}.`
  })
  const below = KINDS.flatMap((kind) => {
    const score = scoreOf(results, 'Handrail', kind)
    const isBelow =
      score && ((precisionOf(score) ?? 1) < AIM.precision || (recallOf(score) ?? 1) < AIM.recall)
    return isBelow ? [kind] : []
  })
  rows.push(`- Kinds of Handrail’s below the aim: ${below.length > 0 ? below.join(', ') : 'none'}.`)
  return rows.join('\n')
}

/** Every episode that Handrail got wrong, and what the others made of it. */
function failures(results: readonly Result[]): string {
  const rows = results.flatMap(({ episode, said }) => {
    const one = claimedScore([{ episode, said }], 'Handrail')
    const isUnseen = isFriction(episode) && said.Handrail.length === 0
    if (one.wrong + one.missed === 0 && !isUnseen) return []
    const words = TOOLS.map((tool) => said[tool].join(', ') || '–')
    const { widget, behaviour, address, truth = ['nothing'] } = episode
    const where = address.startsWith('/openmrs') ? 'OpenMRS' : address
    return [`| ${where} | ${widget}: ${behaviour} | ${truth.join(', ')} | ${words.join(' | ')} |`]
  })
  return [
    `| where | episode | truth | ${TOOLS.join(' | ')} |`,
    `| --- | --- | --- | ${TOOLS.map(() => '---').join(' | ')} |`,
    ...rows.toSorted(),
  ].join('\n')
}

function costTable({ cost }: Run): string {
  const medianOf = (tool: Tool, of: 'traced' | 'sampled' | 'calls') =>
    timesOf(cost.filter((round) => round.tool === tool).map((round) => round[of])).median
  const costOf = (tool: Tool) => Math.max(medianOf(tool, 'traced'), medianOf(tool, 'sampled'))
  const peers = TOOLS.filter((tool) => tool !== 'Handrail')
  const cheapest = Math.min(...peers.map(costOf))
  const rows = TOOLS.map((tool) => {
    const aim =
      tool === 'Handrail' ? `≤ ${AIM.cost}: ${verdict(costOf(tool) <= AIM.cost * cheapest)}` : ''
    return `| ${tool} | ${medianOf(tool, 'traced').toFixed(2)} | ${medianOf(tool, 'sampled').toFixed(2)} | ${Math.round(medianOf(tool, 'calls'))} | ${(costOf(tool) / cheapest).toFixed(2)} × | ${aim} |`
  })
  return [
    '| tool | traced, ms/s | sampled, ms/s | calls | greater of both, to the cheapest peer | aim |',
    '| --- | --: | --: | --: | --: | --- |',
    ...rows,
  ].join('\n')
}

/** The bench as a document; the same text goes to the terminal. */
export function signalsDocument(run: Run): string {
  const { size, results, faults, cost } = run
  const frictional = results.filter(({ episode }) => isFriction(episode)).length
  const inOpenmrs = results.filter(({ episode }) => episode.address.startsWith('/openmrs')).length
  const rounds = cost.filter(({ tool }) => tool === 'Handrail').length
  const [cpu] = cpus()
  return `# Friction signals, beside their peers

Made by \`npm run bench:signals\`; do not edit. ${results.length} scripted episodes, ${frictional} of them friction, the others ordinary use that looks like it: ${inOpenmrs} on OpenMRS 3’s
own widgets (the demo EHR), ${results.length - inOpenmrs} on a fixture page (\`test/bench/signals/ward\`), a third of whose loads are calm; on the others a clock, a tile, a bar and a poll
change by themselves, and on half of those the poll fails. The tables are \`test/bench/signals/corpus\`; each row is done with slightly different tempo on each load. The truth of an episode
is what the page’s maker knows (a dead button is dead; on OpenMRS its handler was taken off), never what a detector says. Trusted input, Chromium without a window,
all tools on the same page at once: Handrail’s sensing in a world of its own, as its content script is, each path a screen;
posthog-js ${POSTHOG.version}, \`${DATADOG.name}\` ${DATADOG.version} and \`${AMPLITUDE.name}\` ${AMPLITUDE.version} with their friction signals on and their defaults otherwise. What the peers send
is taken by a stub in the page, so that no tool takes another’s sending for the page’s answer. ${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}, load ${loadavg()[0]?.toFixed(1)}; the machine is shared.

## Quality

Precision / recall (right, wrong, missed). A tool is judged only by the kinds that it claims; empty: it does not. “error”: Handrail claims requests that fail,
Datadog and Amplitude errors of scripts, each is judged by its own. What may be said as well (a raged button is also dead) is neither right nor wrong.
“Noticed at all”: friction told of by any kind, ordinary use taken for any.

${qualityTable(results)}

${placesTable(results)}

${verdicts(results)}

Read with care: the corpus is by Handrail’s makers, after the definitions in the reference of friction signals; kinds with few episodes show a fault at most.
Thresholds are published ones and were not changed for it.

## Where Handrail fails

${failures(results)}

${faults.length} episodes could not be done${faults.length > 0 ? `:\n\n${faults.map((fault) => `- ${fault.split('\n')[0]}`).join('\n')}` : '.'}

## Cost

Main thread in calls of each tool’s scripts, each alone on the fixture page with a board of 720 cells of which 100 change in a second, clock, tile, bar and poll, while somebody
presses, types and scrolls; medians of ${rounds} rounds in turns, each after ${size.warmUpMs / 1000} s of the same work, as pages are worked in for hours and first calls are slow. Peers send to a loopback server.
Handrail’s part is sensing, all detectors, and what a look tells them once a second, without the looking for screens and
targets ([page.md](page.md) has that).

${costTable(run)}`
}
