import { RELEASES } from './releases.ts'
import {
  appTable,
  groupTable,
  refusalTable,
  traitTable,
  upgradeTable,
  wrongList,
} from './report.ts'
import { type Case, count, percent } from './score.ts'

interface Run {
  upgrade: readonly Case[]
  /** Cases of apps that nobody looked at while the rules were made. */
  heldOut: readonly Case[]
  drift: readonly Case[]
  tools: readonly string[]
  recorderName: string
  faults: readonly string[]
  leaked: readonly string[]
}

const OURS = 'Handrail'
const isRow = ({ trait }: Case) => trait === 'row'

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n')
}

/** The totals of what is held out, in a sentence of its own. */
function heldOutLine(heldOut: readonly Case[]): string[] {
  if (heldOut.length === 0) return []
  const alive = count(
    heldOut.filter(({ isGone }) => !isGone),
    OURS,
  )
  const { wrong } = count(heldOut, OURS)
  return [
    `Held out, and in none of the figures above: ${wrong} wrong elements in ${heldOut.length} look-ups; ${percent(alive.right, alive.cases)} found, ${percent(alive.right, alive.cases - alive.refused)} of what it had recorded.`,
  ]
}

function summary({ upgrade, heldOut }: Run): string {
  const alive = upgrade.filter(({ isGone }) => !isGone)
  const ours = count(alive, OURS)
  const named = count(
    alive.filter((one) => !isRow(one)),
    OURS,
  )
  const gone = count(
    upgrade.filter(({ isGone }) => isGone),
    OURS,
  )
  const targets = new Set(upgrade.map(({ app, screen, target }) => `${app} ${screen} ${target}`))
  const screens = new Set(upgrade.map(({ app, screen }) => `${app} ${screen}`))
  const apps = new Set(upgrade.map(({ app }) => app))
  return [
    `${targets.size} targets on ${screens.size} screens of ${apps.size} apps, each way: ${upgrade.length} look-ups.`,
    `Handrail: ${ours.wrong + gone.wrong} wrong elements; ${percent(ours.right, ours.cases)} of ${ours.cases} surviving targets found,`,
    `${percent(ours.right, ours.cases - ours.refused)} of the ${ours.cases - ours.refused} that it had recorded`,
    `(${percent(named.right, named.cases)} of ${named.cases} without the rows that only a record's own data tells apart);`,
    `${gone.right} of ${gone.cases - gone.refused} gone targets that it had recorded answered \`missing\`.`,
    ...heldOutLine(heldOut),
  ].join('\n')
}

/** Nothing where a run was without what is held out. */
const heldOutPart = (heldOut: readonly Case[], title: string, part: string) =>
  heldOut.length === 0 ? '' : `${title}\n\n${part}\n\n`

/** The bench as a document; the same text goes to the terminal. */
export function anchorsDocument(run: Run): string {
  const { upgrade, heldOut, drift, tools, recorderName, faults, leaked } = run
  const apps = [...new Set(upgrade.map(({ app }) => app))]
  const away = [...new Set(heldOut.map(({ app }) => app))]
  const byApp = new Map([
    ...apps.map((app) => [app, upgrade.filter((one) => one.app === app)] as const),
    ...away.map((app) => [`${app} (held out)`, heldOut.filter((one) => one.app === app)] as const),
  ])
  const releases = Object.entries(RELEASES)
    .filter(([app]) => apps.includes(app) || away.includes(app))
    .map(([app, { a, b }]) => `- ${app}: a = ${a.label}, b = ${b.label}`)
  return `# Anchors across releases

Made by \`npm run bench:anchors\`; do not edit. Recipes are recorded on one release of a real app and looked for
on the other, both ways. Truth is hand-checked: \`test/bench/anchors/truth/\`. Recorder: ${recorderName}.
Each table says in its head who read it; targets of the later ones were chosen before any tool was tried on them. Some
apps make up ids anew each time they start, so that a share can differ by a case between two runs.

${releases.join('\n')}

${summary(run)}

## By app

Share of surviving targets found / **wrong elements**, among surviving and gone ones. Held out: nobody looked at its cases
while the rules were made, and only its totals are kept.

${appTable(byApp, tools)}

## All upgrades, without what is held out

"Not recorded": the tool would not describe the element, or its description did not find it where it was made.
Those count against the share, and not against the share of what was recorded. For a gone target the only right answer is that it is missing.

${upgradeTable(upgrade, tools)}

${heldOutPart(heldOut, '### Held out: not looked at while the rules were made', upgradeTable(heldOut, tools))}${apps
  .map((app) =>
    ['a→b', 'b→a']
      .map((passage) => {
        const cases = upgrade.filter((one) => one.app === app && one.passage === passage)
        return `### ${app}, ${passage}\n\n${upgradeTable(cases, tools)}`
      })
      .join('\n\n'),
  )
  .join('\n\n')}

## By what makes a target hard

Cells: right / **wrong** / no answer (ambiguous or missing) / not recorded. "row": one of several equal rows that only
a record's own data tells apart, which a recipe must not hold; no answer is the safe one there.

${traitTable(upgrade, tools)}

## Told while recording that no safe description exists

What ${OURS} tells the author of a target that it does not record, by what makes the target hard. The author knows it
at once, and nothing of it reaches a reader.

${refusalTable(upgrade, OURS)}

${heldOutPart(heldOut, 'Held out:', refusalTable(heldOut, OURS))}
## Drift made by rule

Saved pages of release a, changed one kind at a time. Cells as above. Truth is the element itself, held by reference.
After "removed", "hidden" and "replaced" the right answer is missing; beside a copy of itself, ambiguous is as safe as right.

${groupTable('drift', drift, tools, ({ passage }) => passage)}

## Where Handrail pointed at the wrong element

Upgrades:

${wrongList(upgrade, OURS)}

Drift:

${wrongList(drift, OURS)}

Every case of the last run, with its recipes: \`.cache/bench/cases.json\`.

## Recipes that hold something of a patient

${listed(leaked)}

## Faults of the bench in this run

${listed(faults)}`
}
