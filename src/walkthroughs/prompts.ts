import type { Mark } from '../vocabulary/mark.ts'
import { markKey } from '../vocabulary/mark-key.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { PromptList } from '../vocabulary/prompt-lists.ts'
import { shownKeys } from '../vocabulary/shown-keys.ts'
import { hasExperience } from './audience.ts'
import { dayNumber } from './local-day.ts'
import { isQuiet } from './quiet-hours.ts'

/** What may come up by itself. */
export interface Prompt {
  pack: string
  list: PromptList
  id: string
  isSafety: boolean
  priority: number
  /** Where; without any, on every known screen. */
  screens: readonly string[]
}

interface Timed extends Prompt {
  times?: number | undefined
  daysApart?: number | undefined
  from?: string | undefined
  until?: string | undefined
  audience: Pack['hints'][number]['audience']
}

/** What the person has done and seen, by `markKey` and `shownKeys`; 0 where nothing is known. */
export type Held = (key: string) => number

export interface Moment {
  /** Where the person is: 2026-11-24. */
  day: string
  /** Minutes since midnight there. */
  minute: number
}

const holds = (held: Held, mark: Omit<Mark, 'value'>) => held(markKey(mark)) > 0

/** Whether a checklist is finished or put away. */
function isListOver(pack: Pack, checklist: Pack['checklists'][number], held: Held): boolean {
  const mark = { pack: pack.id, list: 'checklists', id: checklist.id } as const
  return holds(held, mark) || checklist.items.every(({ id }) => holds(held, { ...mark, item: id }))
}

/** After everything else that has a claim to the day's interruption. */
const SURVEY_PRIORITY = -1

/** Days until a question that was put off may come again. */
export const PUT_OFF_DAYS = 7

/** Whether a question was answered or refused, or is put off: no longer than may be, whatever a wrong clock has noted. */
function isSurveyAway(mark: number, day: string): boolean {
  const left = mark - dayNumber(day)
  return mark === 1 || (left > 0 && left <= PUT_OFF_DAYS)
}

function promptsOf(pack: Pack, held: Held, day: string): Timed[] {
  const of = <List extends PromptList>(list: List, id: string) => ({ pack: pack.id, list, id })
  const quiet = { isSafety: false, screens: [] }
  return [
    ...pack.announcements.flatMap(({ id, safety, text: _, title: __, ...timing }): Timed[] =>
      holds(held, of('announcements', id))
        ? []
        : [{ ...timing, ...of('announcements', id), isSafety: safety, audience: timing.audience }],
    ),
    ...pack.walkthroughs.flatMap(({ id, offer, screens, audience }): Timed[] =>
      offer === undefined ||
      holds(held, of('walkthroughs', id)) ||
      holds(held, { pack: pack.id, list: 'hidden', id })
        ? []
        : [{ ...quiet, ...offer, ...of('walkthroughs', id), screens, audience }],
    ),
    ...pack.checklists.flatMap((checklist): Timed[] => {
      const { id, offer, audience } = checklist
      return offer === undefined || isListOver(pack, checklist, held)
        ? []
        : [{ ...quiet, ...offer, ...of('checklists', id), audience }]
    }),
    ...pack.surveys.flatMap(({ id, from, until, screens }): Timed[] => {
      const one = of('surveys', id)
      return isSurveyAway(held(markKey(one)), day)
        ? []
        : [
            {
              ...quiet,
              ...one,
              from,
              until,
              screens,
              priority: SURVEY_PRIORITY,
              audience: undefined,
            },
          ]
    }),
  ]
}

function isInDays({ from = '', until = '9' }: Timed, day: string): boolean {
  return from <= day && day <= until
}

/** Whether it has come up as often, or as lately, as it may. */
function isCapped(prompt: Timed, held: Held, day: string): boolean {
  const keys = shownKeys(prompt)
  if (prompt.times !== undefined && held(keys.times) >= prompt.times) return true
  const last = held(keys.last)
  // In either direction: a day that lies far ahead was noted by a wrong clock.
  const away = Math.abs(dayNumber(day) - last)
  return last > 0 && prompt.daysApart !== undefined && away < prompt.daysApart
}

/** Checklists for newcomers that are neither finished nor put away: while there is one, the rest waits. */
function firstWeeks(packs: readonly Pack[], held: Held): Set<string> {
  return new Set(
    packs.flatMap((pack) =>
      pack.checklists
        .filter((one) => one.audience?.newcomer !== undefined && !isListOver(pack, one, held))
        .filter(({ audience }) => hasExperience(audience, completedIn(pack, held)))
        .map(({ id }) => `${pack.id}/${id}`),
    ),
  )
}

/** Tells which walkthroughs of a pack somebody has completed. */
export function completedIn(pack: Pick<Pack, 'id'>, held: Held): (walkthrough: string) => boolean {
  return (id) => holds(held, { pack: pack.id, list: 'walkthroughs', id })
}

/**
 * What may come up by itself now, the first first: safety, then by priority, then in the packs' order;
 * questions last.
 * `packs` hold what is for this person. `isUp`: what has come up already stays, whatever the hour and
 * its caps. Which screen it is, and the day's budget, are for others to say.
 */
export function duePrompts(
  packs: readonly Pack[],
  held: Held,
  { day, minute }: Moment,
  quietHours: readonly string[],
  isUp: (prompt: Prompt) => boolean = () => false,
): Prompt[] {
  const waiting = firstWeeks(packs, held)
  const mayCome = (pack: Pack, prompt: Timed): boolean => {
    if (isUp(prompt)) return true
    if (isCapped(prompt, held, day)) return false
    if (prompt.isSafety) return true
    if (isQuiet([...quietHours, ...pack.quietHours], minute)) return false
    const isFirstWeek = prompt.list === 'checklists' && waiting.has(`${prompt.pack}/${prompt.id}`)
    return waiting.size === 0 || isFirstWeek
  }
  return packs
    .flatMap((pack) =>
      promptsOf(pack, held, day).filter(
        (prompt) =>
          isInDays(prompt, day) &&
          hasExperience(prompt.audience, completedIn(pack, held)) &&
          mayCome(pack, prompt),
      ),
    )
    .sort((a, b) => Number(b.isSafety) - Number(a.isSafety) || b.priority - a.priority)
    .map(({ pack, list, id, isSafety, priority, screens }) => ({
      ...{ pack, list, id, isSafety, priority, screens },
    }))
}
