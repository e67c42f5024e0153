import type { Tally } from '../../vocabulary/tally.ts'

/** The UTC day since 1970 of an epoch hour: from the record, never from its receipt. */
export function dayOfHour(hour: number): number {
  return Math.floor(hour / 24)
}

/** A record as a row of the table, with its UTC day. */
export function rowOf(tally: Tally) {
  return {
    day: dayOfHour(tally.hour),
    uid: tally.uid,
    hour: tally.hour,
    app: tally.app ?? '',
    pack_version: tally.packVersion ?? 0,
    kind: tally.kind,
    screen: tally.screen ?? '',
    target: tally.target ?? '',
    role: tally.role ?? '',
    region: tally.region ?? '',
    walkthrough: tally.walkthrough ?? '',
    step: tally.step ?? '',
    survey: tally.survey ?? '',
    task: tally.task ?? '',
    outcome: tally.outcome ?? '',
    severity: tally.severity ?? '',
    often: tally.often ?? '',
    cohort: tally.cohort ?? '',
    department: tally.department ?? '',
    count: tally.count,
    first_today: tally.firstToday,
    first_this_week: tally.firstThisWeek,
  }
}

export type TallyRow = ReturnType<typeof rowOf>

/** What the dashboard tells apart. */
export const CELL_SUBJECT = [
  'app',
  'pack_version',
  'kind',
  'screen',
  'target',
  'role',
  'region',
  'walkthrough',
  'step',
  'survey',
  'task',
  'outcome',
  'severity',
  'often',
] as const satisfies (keyof TallyRow)[]

/** What a record is about. */
export const SUBJECT = [...CELL_SUBJECT, 'cohort', 'department'] as const

/** The columns of `tallies` in the order of `copyLine`. */
export const TALLY_COLUMNS = [
  'day',
  'uid',
  'hour',
  ...SUBJECT,
  'count',
  'first_today',
  'first_this_week',
  'received_hour',
] as const

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '')
    : text
}

/** A row in the text format of `COPY`. */
export function copyLine(row: TallyRow, receivedHour: number): string {
  let line = `${row.day}\t${row.uid}\t${row.hour}`
  for (const name of SUBJECT) {
    const value = row[name]
    line += `\t${typeof value === 'string' ? escaped(value) : value}`
  }
  return `${line}\t${row.count}\t${row.first_today}\t${row.first_this_week}\t${receivedHour}\n`
}
