import type { PromptView } from '../overlay/guide.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import type { Survey } from '../vocabulary/survey.ts'
import { answerOutcome } from '../vocabulary/survey-answers.ts'
import { dayNumber } from '../walkthroughs/local-day.ts'
import { PUT_OFF_DAYS } from '../walkthroughs/prompts.ts'
import type { PackWords } from './pack-words.ts'
import type { Personal } from './personal.ts'

interface Options {
  packs: readonly Pack[]
  words: PackWords
  personal: Personal
  /** The day where the person is, as 2026-11-24. */
  today: () => string
  emit: (signal: Omit<Signal, 'uid'>) => void
}

interface Asked {
  pack: Pack
  survey: Survey
}

/** What is shown of a question; answered, it thanks. */
export function surveyPrompt(
  words: PackWords,
  { pack, survey }: Asked,
  isAnswered: boolean,
): PromptView {
  const of = { pack: pack.id, id: survey.id }
  const said = words.survey(pack, survey)
  const title = said.question
  const asked = { ...of, ...said, isAnswered }
  return { ...of, list: 'surveys', isSafety: false, title, text: '', survey: asked }
}

/**
 * What becomes of a question that has come up (`prompts.ts` says when). Answered or refused, it never comes
 * again.
 */
export function createSurveys({ packs, words, personal, today, emit }: Options) {
  const asked = new Set<string>()
  let answered: Asked | undefined

  const markOf = (pack: string, id: string) => ({ pack, list: 'surveys', id }) as const

  function find(packId: string, id: string): Asked | undefined {
    const pack = packs.find((one) => one.id === packId)
    const survey = pack?.surveys.find((one) => one.id === id)
    return pack && survey && { pack, survey }
  }
  function tell({ pack, survey }: Asked, outcome: NonNullable<Signal['outcome']>): void {
    emit({ kind: 'survey', app: pack.app.id, survey: survey.id, outcome })
  }

  return {
    /** The question that was answered, until somebody closes it. `isBusy`: nothing may be up. */
    thanks: (isBusy: boolean): PromptView | undefined =>
      answered && !isBusy ? surveyPrompt(words, answered, true) : undefined,
    /** It has been painted and is in view. */
    shown(pack: string, id: string): void {
      const one = find(pack, id)
      const key = `${pack}/${id}`
      if (!one || asked.has(key)) return
      asked.add(key)
      tell(one, 'asked')
    },
    /** `place`: of the answer, from 1. */
    answer(pack: string, id: string, place: number): void {
      const one = find(pack, id)
      if (!one || personal.held(markOf(pack, id)) === 1) return
      personal.set({ ...markOf(pack, id), value: 1 })
      tell(one, answerOutcome(place))
      answered = one
    },
    putOff(pack: string, id: string): void {
      personal.set({ ...markOf(pack, id), value: dayNumber(today()) + PUT_OFF_DAYS })
    },
    refuse(pack: string, id: string): void {
      const one = find(pack, id)
      if (!one) return
      personal.set({ ...markOf(pack, id), value: 1 })
      tell(one, 'declined')
    },
    /** The person has seen the thanks. */
    close(): void {
      answered = undefined
    },
  }
}
