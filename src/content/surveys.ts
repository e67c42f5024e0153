import type { SurveyView } from '../overlay/guide.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import type { Survey } from '../vocabulary/survey.ts'
import { answerOutcome } from '../vocabulary/survey-answers.ts'
import type { Interruption, VisitBudget } from '../walkthroughs/interruptions.ts'
import { dayNumber } from '../walkthroughs/local-day.ts'
import type { Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import type { Personal } from './personal.ts'

/** Days until a question that was put off may come again. */
export const PUT_OFF_DAYS = 7

interface Options {
  packs: readonly Pack[]
  words: PackWords
  personal: Personal
  /** Without consent nobody is asked: the answer would go nowhere. */
  telemetry: boolean
  visit: VisitBudget
  /** The day where the person is, as 2026-11-24. */
  today: () => string
  emit: (signal: Omit<Signal, 'uid'>) => void
  /** An answer of the worker has come: what there is to show may have changed. */
  onAnswer: () => void
}

interface Due extends Interruption {
  pack: string
  app: string
  survey: Survey
  view: Omit<SurveyView, 'isAnswered'>
}

/**
 * One question at a time, within the one budget for all that comes up by itself, and after everything
 * else that has a claim to it. Answered or refused, it never comes again.
 */
export function createSurveys(options: Options) {
  const { packs, words, personal, telemetry, visit, today, emit, onAnswer } = options
  const asked = new Set<string>()
  let answered: Due | undefined

  const markOf = (pack: string, id: string) => ({ pack, list: 'surveys', id }) as const
  const keyOf = ({ pack, id }: { pack: string; id: string }) => `${pack}/${id}`

  const all: Due[] = packs.flatMap((pack) =>
    pack.surveys.map((survey) => ({
      pack: pack.id,
      list: 'surveys',
      id: survey.id,
      isSafety: false,
      app: pack.app.id,
      survey,
      view: { pack: pack.id, id: survey.id, ...words.survey(pack, survey) },
    })),
  )
  const find = (pack: string, id: string) => all.find((one) => one.pack === pack && one.id === id)

  function isDue({ pack, id, survey }: Due, sight: Sight | undefined): boolean {
    const day = today()
    const mark = personal.held(markOf(pack, id))
    const isAway = mark === 1 || mark > dayNumber(day)
    const screen = sight?.of(pack)?.screen?.id
    const isHere =
      screen !== undefined && (survey.screens.length === 0 || survey.screens.includes(screen))
    return !isAway && isHere && survey.from <= day && day <= survey.until
  }
  function tell({ app, id }: Due, outcome: NonNullable<Signal['outcome']>): void {
    emit({ kind: 'survey', app, survey: id, outcome })
  }

  return {
    /** `isBusy`: a walkthrough, an alert, or a field that has the focus. Nothing is asked then. */
    view(sight: Sight | undefined, isBusy: boolean): SurveyView | undefined {
      if (!telemetry || isBusy) return undefined
      if (answered) return { ...answered.view, isAnswered: true }
      const due = all.filter((one) => isDue(one, sight))
      const shown = due.find(visit.isGranted)
      const next = shown ? undefined : due.find(visit.mayAsk)
      if (next) void visit.ask(next).then(onAnswer)
      return shown && { ...shown.view, isAnswered: false }
    },
    /** It has been painted and is in view. */
    shown(pack: string, id: string): void {
      const due = find(pack, id)
      if (!due || asked.has(keyOf(due))) return
      asked.add(keyOf(due))
      tell(due, 'asked')
    },
    /** `place`: of the answer, from 1. */
    answer(pack: string, id: string, place: number): void {
      const due = find(pack, id)
      if (!due || personal.held(markOf(pack, id)) === 1) return
      personal.set({ ...markOf(pack, id), value: 1 })
      tell(due, answerOutcome(place))
      answered = due
    },
    putOff(pack: string, id: string): void {
      personal.set({ ...markOf(pack, id), value: dayNumber(today()) + PUT_OFF_DAYS })
    },
    refuse(pack: string, id: string): void {
      const due = find(pack, id)
      if (!due) return
      personal.set({ ...markOf(pack, id), value: 1 })
      tell(due, 'declined')
    },
    /** The person has seen the thanks. */
    close(): void {
      answered = undefined
    },
  }
}
