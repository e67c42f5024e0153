import { SURVEY_ANSWERS_MAX, type SurveyOutcome } from '../../vocabulary/dictionary.ts'
import { answerOutcome } from '../../vocabulary/survey-answers.ts'
import { figureOf } from './figure.ts'
import type { Labels } from './labels.ts'
import { rowKey, type Suppressed } from './suppress.ts'

export type SurveyRow = ReturnType<typeof surveyRows>[number]

/**
 * One row a question, the one most asked first. Who puts a question off is not counted, so that what
 * is shown of its answers never adds up to what is withheld.
 */
export function surveyRows(atoms: Suppressed, labels: Labels) {
  const all = [...atoms.shown, ...atoms.few].filter(({ kind }) => kind === 'survey')
  const subjects = new Map(all.map((atom) => [rowKey(atom), atom]))
  const rows = [...subjects].map(([key, { app, survey: id }]) => {
    const of = (outcome: SurveyOutcome) =>
      figureOf(atoms, (atom) => atom.outcome === outcome && rowKey(atom) === key)
    const known = labels.answers(app, id)
    const places = Array.from({ length: known.length || SURVEY_ANSWERS_MAX }, (_, at) => at + 1)
    return {
      app,
      id,
      question: labels.survey(app, id),
      asked: of('asked'),
      declined: of('declined'),
      answers: places.map((place) => ({
        place,
        label: known[place - 1] ?? String(place),
        figure: of(answerOutcome(place)),
      })),
    }
  })
  return rows.sort((a, b) => b.asked.count - a.asked.count || a.question.localeCompare(b.question))
}
