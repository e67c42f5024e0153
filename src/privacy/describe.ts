import { bucketLabel } from '../vocabulary/bucket.ts'
import { DICTIONARY, outcomeLabel } from '../vocabulary/dictionary.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { FREQUENCIES, SEVERITIES } from '../vocabulary/report-details.ts'
import { HOUR_MS, type Tally } from '../vocabulary/tally.ts'

export interface Wording {
  /** Where the labels of screens, targets and walkthroughs are; an id stands for what they lack. */
  packs: readonly Pack[]
  /** The person's language and time zone; the browser's own where they are left out. */
  locale?: string
  timeZone?: string
}

function between(hour: number, { locale, timeZone }: Wording): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const start = hour * HOUR_MS
  return `Between ${clock.format(start)} and ${clock.format(start + HOUR_MS)} on ${date.format(start)}`
}

type Named = Pick<Tally, 'app' | 'screen' | 'target' | 'walkthrough' | 'step' | 'survey' | 'task'>

/** What people call what a record is about; an id where no pack has a name for it. */
export function labelsOf(
  { app, screen, target, walkthrough, step, survey, task }: Named,
  packs: readonly Pack[],
) {
  const pack = packs.find((candidate) => candidate.app.id === app)
  const tour = pack?.walkthroughs.find(({ id }) => id === walkthrough)
  const at = tour?.steps.findIndex(({ id }) => id === step) ?? -1
  return {
    screen: pack?.screens.find(({ id }) => id === screen)?.title ?? screen,
    target: pack?.targets.find(({ id }) => id === target)?.label ?? target,
    walkthrough: tour?.title ?? walkthrough,
    survey: pack?.surveys.find(({ id }) => id === survey)?.question ?? survey,
    task: pack?.tasks.find(({ id }) => id === task)?.title ?? task,
    step: step === undefined ? undefined : at < 0 ? `step '${step}'` : `step ${at + 1}`,
  }
}

/** What a report says of how much it hurts, and how often. */
export function detailLabels({ severity, often }: Pick<Tally, 'severity' | 'often'>): string[] {
  return [
    severity === undefined ? [] : SEVERITIES[severity],
    often === undefined ? [] : FREQUENCIES[often],
  ].flat()
}

/**
 * A tally in words, for the 'what was sent' log: “Between 14:00 and 15:00 on 24 Nov: rage click on
 * ‘Save’ in Vitals form, 2–3 times”. Every word comes from the dictionary or the pack.
 */
export function describeTally(tally: Tally, options: Wording): string {
  const { kind, role, region, outcome, count } = tally
  const { screen, target, walkthrough, step, survey, task } = labelsOf(tally, options.packs)
  const name = DICTIONARY[kind].label
  const what = [
    name.charAt(0).toLowerCase() + name.slice(1),
    walkthrough === undefined ? undefined : `‘${walkthrough}’`,
    step,
    survey === undefined ? undefined : `‘${survey}’`,
    task === undefined ? undefined : `‘${task}’`,
    outcome === undefined
      ? undefined
      : `(${[outcomeLabel(kind, outcome), ...detailLabels(tally)].join('; ')})`,
    target === undefined ? undefined : `on ‘${target}’`,
    target === undefined && role !== undefined ? `on a ${role}` : undefined,
    region === undefined ? undefined : `of the part ‘${region}’`,
    screen === undefined ? undefined : `in ${screen}`,
  ]
  const times = count === 1 ? 'once' : `${bucketLabel(count)} times`
  return `${between(tally.hour, options)}: ${what.filter(Boolean).join(' ')}, ${times}`
}
