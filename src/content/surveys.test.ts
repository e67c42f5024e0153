import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Mark, Marks } from '../vocabulary/mark.ts'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { createVisitBudget } from '../walkthroughs/interruptions.ts'
import { dayNumber } from '../walkthroughs/local-day.ts'
import { PUT_OFF_DAYS } from '../walkthroughs/prompts.ts'
import type { Sight } from './lookout.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'
import { createPrompts } from './prompts.ts'
import { createSurveys } from './surveys.ts'

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

function setup({ marks = {} as Marks, grants = true, locale = 'en', today = TODAY } = {}) {
  const asked: string[] = []
  const kept: Mark[] = []
  const sent: Omit<Signal, 'uid'>[] = []
  const words = createPackWords([pack], locale)
  const personal = createPersonal(marks, (mark) => kept.push(mark))
  const surveys = createSurveys({
    packs: [pack],
    words,
    personal,
    today: () => today,
    emit: (signal) => sent.push(signal),
  })
  const prompts = createPrompts({
    packs: [pack],
    words,
    personal,
    visit: createVisitBudget(async ({ list, id }) => {
      asked.push(`${list}/${id}`)
      return grants
    }),
    quietHours: [],
    now: () => ({ day: today, minute: 600 }),
    onAnswer: () => undefined,
  })
  const view = (sight = list, isBusy = false, isTyping = false) =>
    prompts.view(sight, isBusy, isTyping) ?? surveys.thanks(isBusy || isTyping)
  /** Looks, lets the worker answer, and looks again. */
  const card = async (sight = list, isBusy = false, isTyping = false) => {
    view(sight, isBusy, isTyping)
    await new Promise((resolve) => setTimeout(resolve))
    return view(sight, isBusy, isTyping)?.survey
  }
  return { surveys, view, asked, kept, sent, card }
}

describe('a survey', () => {
  it('is asked where the budget has room, in the person’s language', async () => {
    const { card, asked } = setup({ locale: 'fr' })
    expect(await card()).toEqual({
      pack: 'sample',
      id: 'ease',
      question: 'Facile ?',
      answers: ['Oui', 'No'],
      scale: undefined,
      isAnswered: false,
    })
    expect(asked).toEqual(['surveys/ease'])
  })

  it('is not asked where the budget is spent, or on an unknown screen', async () => {
    expect(await setup({ grants: false }).card()).toBeUndefined()
    const { card, asked } = setup()
    expect(await card(unknown)).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('goes while anything goes on, and asks for nothing then', async () => {
    const busy = setup()
    expect(await busy.card(list, true)).toBeUndefined()
    expect(await busy.card(list, false, true)).toBeUndefined()
    expect(busy.asked).toEqual([])
    const { card, view } = setup()
    await card()
    expect(view(list, true)).toBeUndefined()
    expect(view(list, false, true)).toBeUndefined()
    expect(view()?.id).toBe('ease')
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
    const { card, surveys, view, sent, kept } = setup()
    await card()
    surveys.answer('sample', 'ease', 2)
    surveys.answer('sample', 'ease', 1)
    expect(sent).toEqual([{ kind: 'survey', app: 'app', survey: 'ease', outcome: 'answer-2' }])
    expect(kept).toEqual([{ pack: 'sample', list: 'surveys', id: 'ease', value: 1 }])
    expect(view(list, true)).toBeUndefined()
    expect(view()).toMatchObject({ id: 'ease', survey: { isAnswered: true } })
    surveys.close()
    expect(view()).toBeUndefined()
    expect(await setup({ marks: { 'sample/surveys/ease': 1 } }).card()).toMatchObject({
      id: 'speed',
      answers: ['1', '2', '3', '4', '5'],
    })
  })

  it('comes again a week after it was put off, and of that nothing is counted', async () => {
    const { card, surveys, view, sent, kept } = setup()
    await card()
    surveys.putOff('sample', 'ease')
    expect(sent).toEqual([])
    expect(view()).toBeUndefined()
    expect(kept.map(({ value }) => value)).toEqual([dayNumber(TODAY) + PUT_OFF_DAYS])
    const marks = { 'sample/surveys/ease': dayNumber(TODAY) + PUT_OFF_DAYS }
    expect((await setup({ marks, today: '2026-11-30' }).card())?.id).toBe('speed')
    const late = { ...marks, 'sample/surveys/ease': dayNumber(TODAY) }
    expect((await setup({ marks: late }).card())?.id).toBe('ease')
  })

  it('is refused for good', async () => {
    const { card, surveys, view, sent, kept } = setup()
    await card()
    surveys.refuse('sample', 'ease')
    expect(sent).toEqual([{ kind: 'survey', app: 'app', survey: 'ease', outcome: 'declined' }])
    expect(kept.map(({ value }) => value)).toEqual([1])
    expect(view()).toBeUndefined()
  })
})
