import { type Case, count, percent } from './score.ts'

type Row = readonly (string | number)[]

function table(head: Row, rows: readonly Row[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const UPGRADE_HEAD = [
  'tool',
  'surviving',
  'found right',
  'share',
  'of recorded',
  '**wrong**',
  'ambiguous',
  'missing',
  'not recorded',
  'gone',
  'answered missing',
  '**wrong**',
  'ambiguous',
]

function upgradeRow(cases: readonly Case[], tool: string): Row {
  const alive = count(
    cases.filter(({ isGone }) => !isGone),
    tool,
  )
  // What was never recorded can't be asked for.
  const gone = count(
    cases.filter(({ isGone, verdicts }) => isGone && verdicts[tool]?.verdict !== 'refused'),
    tool,
  )
  return [
    tool,
    alive.cases,
    alive.right,
    percent(alive.right, alive.cases),
    percent(alive.right, alive.cases - alive.refused),
    alive.wrong,
    alive.ambiguous,
    alive.missing,
    alive.refused,
    gone.cases,
    gone.right,
    gone.wrong,
    gone.ambiguous,
  ]
}

export function upgradeTable(cases: readonly Case[], tools: readonly string[]): string {
  return table(
    UPGRADE_HEAD,
    tools.map((tool) => upgradeRow(cases, tool)),
  )
}

/** One row for each app: the share found and, wherever it pointed at something else, how often. */
export function appTable(
  groups: ReadonlyMap<string, readonly Case[]>,
  tools: readonly string[],
): string {
  return table(
    ['app', 'surviving', 'gone', ...tools],
    [...groups].map(([app, cases]) => {
      const alive = cases.filter(({ isGone }) => !isGone)
      const shares = tools.map((tool) => {
        const { right } = count(alive, tool)
        const { wrong } = count(cases, tool)
        return `${percent(right, alive.length)} / ${wrong ? `**${wrong}**` : 0}`
      })
      return [app, alive.length, cases.length - alive.length, ...shares]
    }),
  )
}

const traitOf = ({ trait, isGone }: Case) => (isGone ? 'gone' : (trait ?? 'plain'))

/** Why a tool would not describe its targets, by what makes them hard. */
export function refusalTable(cases: readonly Case[], tool: string): string {
  const refused = cases.flatMap((one) => {
    // How many look the same is no other reason.
    const reason = one.refusals?.[tool]?.replace(
      /from (another|\d+ others) that looks?/,
      'from others that look',
    )
    return reason === undefined ? [] : [{ reason, trait: traitOf(one) }]
  })
  const traits = [...new Set(refused.map(({ trait }) => trait))].sort()
  const reasons = [...new Set(refused.map(({ reason }) => reason))].sort()
  return table(
    ['what it tells the author', 'cases', ...traits],
    reasons.map((reason) => {
      const same = refused.filter((one) => one.reason === reason)
      return [
        reason,
        same.length,
        ...traits.map((trait) => same.filter((one) => one.trait === trait).length),
      ]
    }),
  )
}

const cell = (cases: readonly Case[], tool: string): string => {
  const { right, wrong, ambiguous, missing, refused } = count(cases, tool)
  return [right, wrong ? `**${wrong}**` : 0, ambiguous + missing, refused].join(' / ')
}

/** By what makes a target hard. */
export function traitTable(cases: readonly Case[], tools: readonly string[]): string {
  return groupTable('trait', cases, tools, traitOf)
}

/** One row for each group, one column for each tool: right / wrong / no answer / not recorded. */
export function groupTable(
  title: string,
  cases: readonly Case[],
  tools: readonly string[],
  groupOf: (one: Case) => string,
): string {
  const groups = [...new Set(cases.map(groupOf))]
  return table(
    [title, 'cases', ...tools],
    groups.map((group) => {
      const members = cases.filter((one) => groupOf(one) === group)
      return [group, members.length, ...tools.map((tool) => cell(members, tool))]
    }),
  )
}

/** Each case in which a tool pointed at something else, for a person to judge. */
export function wrongList(cases: readonly Case[], tool: string): string {
  const wrong = cases.filter(({ verdicts }) => verdicts[tool]?.verdict === 'wrong')
  if (wrong.length === 0) return 'None.'
  return wrong
    .map(({ app, screen, target, passage, isGone }) =>
      [`- ${app} · ${screen} · ${target} · ${passage}`, isGone ? ' (gone)' : ''].join(''),
    )
    .join('\n')
}
