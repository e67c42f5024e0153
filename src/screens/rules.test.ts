import { expect, test, vi } from 'vitest'
import type { Anchor } from '../vocabulary/evidence.ts'
import type { Screen } from '../vocabulary/pack.ts'
import { createScreenRules } from './rules.ts'

const heading = (name: string): Anchor => ({ role: 'heading', name: [name] })

function screen(id: string, when: Partial<Screen['when']>, priority = 0): Screen {
  return {
    id,
    title: id,
    priority,
    dialog: false,
    frame: false,
    when: { url: [], present: [], absent: [], ...when },
    examples: [],
    noCover: [],
    ignore: [],
    signing: false,
  }
}

const chart = screen('chart', { url: ['/patient/:id/chart/*'] })
const vitals = screen('vitals', { url: ['/patient/:id/chart/Vitals*'] }, 10)
const form = screen('vitals-form', { url: ['/patient/*'], present: [heading('Record vitals')] }, 50)
const decide = createScreenRules([chart, vitals, form])
const at = (path: string) => new URL(path, 'https://ehr.test')
const nothing = () => false
const shows = (name: string) => (evidence: Anchor) => evidence.name?.includes(name) ?? false

test('the URL alone can name a screen', () => {
  expect(decide(at('/patient/a1/chart/Results'), nothing)?.id).toBe('chart')
})

test('the higher priority wins where several rules hold', () => {
  expect(decide(at('/patient/a1/chart/Vitals%20&%20Biometrics'), nothing)?.id).toBe('vitals')
})

test('a form that opens without a change of URL is known by what it shows', () => {
  expect(decide(at('/patient/a1/chart/Vitals'), shows('Record vitals'))?.id).toBe('vitals-form')
})

test('a page that no rule fits is unknown', () => {
  expect(decide(at('/admin'), nothing)).toBeUndefined()
})

test('two rules of one priority that both hold make it unknown: one of them is wrong', () => {
  const rival = screen('rival', { url: ['/patient/:id/chart/Results'] })
  expect(
    createScreenRules([chart, rival])(at('/patient/a1/chart/Results'), nothing),
  ).toBeUndefined()
})

test('absent evidence takes a screen away', () => {
  const closed = screen('closed', { url: ['/patient/*'], absent: [heading('Record vitals')] })
  expect(createScreenRules([closed])(at('/patient/a1'), shows('Record vitals'))).toBeUndefined()
})

test('evidence of a screen at another URL is never asked for', () => {
  const asked: Anchor[] = []
  decide(at('/admin'), (evidence) => {
    asked.push(evidence)
    return true
  })
  expect(asked).toEqual([])
})

test('search and hash take part where a rule names them', () => {
  const tab = createScreenRules([screen('tab', { url: ['/chart?tab=:tab#/orders'] })])
  expect(tab(at('/chart?tab=a#/orders'), nothing)?.id).toBe('tab')
  expect(tab(at('/chart?tab=a#/results'), nothing)).toBeUndefined()
})

test('a thousand screens at other addresses ask the page for nothing, nor for their rules again', () => {
  const others = Array.from({ length: 1_000 }, (_, index) =>
    screen(`s${index}`, { url: [`/ward-${index}/:id`], present: [heading('Ward')] }, index % 9),
  )
  const decideNow = createScreenRules([...others, chart])
  const holds = vi.fn(() => true)
  const tested = vi.spyOn(URLPattern.prototype, 'test')
  const url = at('/patient/a1/chart/Results')
  expect(decideNow(url, holds)?.id).toBe('chart')
  expect(tested).toHaveBeenCalledTimes(1)
  expect(decideNow(new URL(url), holds)?.id).toBe('chart')
  expect(tested).toHaveBeenCalledTimes(1)
  expect(holds).not.toHaveBeenCalled()
})
