import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Mark, Marks } from '../vocabulary/mark.ts'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { createVisitBudget } from '../walkthroughs/interruptions.ts'
import { dayNumber } from '../walkthroughs/local-day.ts'
import type { Sight } from './lookout.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'
import { createSurveys, PUT_OFF_DAYS } from './surveys.ts'

const TODAY = '2026-11-24'
const now = { from: '2026-11-01', until: '2026-11-30' }
const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'app', name: 'Sample', sites: ['https://ehr.test/*'] },
  screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
  surveys: [
    { id: 'over', question: 'Over?', answers: ['Yes', 'No'], ...now, until: '2026-11-23' },
    { id: 'ease', question: 'Easy?', screens: ['list'], answers: ['Yes', 'No'], ...now },
    { id: 'speed', question: 'Fast?', scale: { low: 'Slow', high: 'Fast' }, ...now },
  ],
  texts: { fr: { 'surveys.ease.question': 'Facile ?', 'surveys.ease.answers.1': 'Oui' } },
}
const pack = v.parse(packSchema, source)
const list = { of: () => ({ screen: { id: 'list' } }) } as unknown as Sight
const unknown = { of: () => ({ screen: undefined }) } as unknown as Sight

function setup({
  marks = {} as Marks,
  grants = true,
  telemetry = true,
  locale = 'en',
  today = TODAY,
} = {}) {
  const asked: string[] = []
  const kept: Mark[] = []
  const sent: Omit<Signal, 'uid'>[] = []
  const surveys = createSurveys({
    packs: [pack],
    words: createPackWords([pack], locale),
    personal: createPersonal(marks, (mark) => kept.push(mark)),
    telemetry,
    visit: createVisitBudget(async ({ id }) => {
      asked.push(id)
      return grants
    }),
    today: () => today,
    emit: (signal) => sent.push(signal),
    onAnswer: () => undefined,
  })
  /** Looks, lets the worker answer, and looks again. */
  const card = async (sight = list, isBusy = false) => {
    surveys.view(sight, isBusy)
    await new Promise((resolve) => setTimeout(resolve))
    return surveys.view(sight, isBusy)
  }
  return { surveys, asked, kept, sent, card }
}

describe('a survey', () => {
  it('is asked where the budget has room, in the person’s language', async () => {
    const { card } = setup({ locale: 'fr' })
    expect(await card()).toEqual({
      pack: 'sample',
      id: 'ease',
      question: 'Facile ?',
      answers: ['Oui', 'No'],
      scale: undefined,
      isAnswered: false,
    })
  })

  it('is not asked where the budget is spent, without consent, or on an unknown screen', async () => {
    expect(await setup({ grants: false }).card()).toBeUndefined()
    const off = setup({ telemetry: false })
    expect(await off.card()).toBeUndefined()
    const { card, asked } = setup()
    expect(await card(unknown)).toBeUndefined()
    expect([...asked, ...off.asked]).toEqual([])
  })

  it('goes while anything goes on, and asks for nothing then', async () => {
    const busy = setup()
    expect(await busy.card(list, true)).toBeUndefined()
    expect(busy.asked).toEqual([])
    const { card, surveys } = setup()
    await card()
    expect(surveys.view(list, true)).toBeUndefined()
    expect(surveys.view(list, false)?.id).toBe('ease')
  })

  it('is counted as asked once, when it was seen', async () => {
    const { card, surveys, sent } = setup()
    await card()
    expect(sent).toEqual([])
    surveys.shown('sample', 'ease')
    surveys.shown('sample', 'ease')
    expect(sent).toEqual([{ kind: 'survey', app: 'app', survey: 'ease', outcome: 'asked' }])
  })

  it('counts an answer once, by its place, thanks, and never comes again', async () => {
    const { card, surveys, sent, kept } = setup()
    await card()
    surveys.answer('sample', 'ease', 2)
    surveys.answer('sample', 'ease', 1)
    expect(sent).toEqual([{ kind: 'survey', app: 'app', survey: 'ease', outcome: 'answer-2' }])
    expect(kept).toEqual([{ pack: 'sample', list: 'surveys', id: 'ease', value: 1 }])
    expect(surveys.view(list, false)).toMatchObject({ id: 'ease', isAnswered: true })
    surveys.close()
    expect(surveys.view(list, false)).toBeUndefined()
    expect(await setup({ marks: { 'sample/surveys/ease': 1 } }).card()).toMatchObject({
      id: 'speed',
      answers: ['1', '2', '3', '4', '5'],
    })
  })

  it('comes again a week after it was put off, and of that nothing is counted', async () => {
    const { card, surveys, sent, kept } = setup()
    await card()
    surveys.putOff('sample', 'ease')
    expect(sent).toEqual([])
    expect(kept.map(({ value }) => value)).toEqual([dayNumber(TODAY) + PUT_OFF_DAYS])
    const marks = { 'sample/surveys/ease': dayNumber(TODAY) + PUT_OFF_DAYS }
    expect((await setup({ marks, today: '2026-11-30' }).card())?.id).toBe('speed')
    const late = { ...marks, 'sample/surveys/ease': dayNumber(TODAY) }
    expect((await setup({ marks: late }).card())?.id).toBe('ease')
  })

  it('is refused for good', async () => {
    const { card, surveys, sent, kept } = setup()
    await card()
    surveys.refuse('sample', 'ease')
    expect(sent).toEqual([{ kind: 'survey', app: 'app', survey: 'ease', outcome: 'declined' }])
    expect(kept.map(({ value }) => value)).toEqual([1])
    expect(surveys.view(list, false)).toBeUndefined()
  })
})
