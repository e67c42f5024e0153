import type { SurveyOutcome } from './dictionary.ts'
import type { Survey } from './survey.ts'

const SCALE = ['1', '2', '3', '4', '5']

/** The answers of a survey, in order; of a scale, its numbers. */
export function answersOf({ answers }: Pick<Survey, 'answers'>): readonly string[] {
  return answers ?? SCALE
}

/** The outcome that stands for an answer on the wire, by its place from 1. */
export function answerOutcome(place: number): SurveyOutcome {
  return `answer-${place}` as SurveyOutcome
}
