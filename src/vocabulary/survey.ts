import * as v from 'valibot'
import { SURVEY_ANSWERS_MAX } from './dictionary.ts'
import { identifier } from './identifier.ts'
import { dayOfYear, label, list } from './written.ts'

/** One question with closed answers. What is counted of an answer is its number, and nothing else. */
export const surveySchema = v.pipe(
  v.strictObject({
    /** A question with other answers is another survey: give it an id of its own. */
    id: identifier,
    question: label,
    from: dayOfYear,
    until: dayOfYear,
    /** Where it may be asked; without any, on every known screen. */
    screens: list(identifier, 20),
    answers: v.optional(v.pipe(v.array(label), v.minLength(2), v.maxLength(SURVEY_ANSWERS_MAX))),
    /** From 1 to 5, with words for both ends. */
    scale: v.optional(v.strictObject({ low: label, high: label })),
  }),
  v.check(
    ({ answers, scale }) => (answers === undefined) !== (scale === undefined),
    'a survey is answered by one of its answers or on a scale: give one of the two',
  ),
)

export type Survey = v.InferOutput<typeof surveySchema>
