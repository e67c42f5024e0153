import { describe, expect, it } from 'vitest'
import type { Observation } from './observation.ts'
import {
  burst,
  failed,
  kinds,
  life,
  POLL,
  play,
  polling,
  press,
  screen,
  ticking,
} from './testing/story.ts'

describe('a rage click', () => {
  it('is four presses on one control within a second that came to nothing', () => {
    expect(play(screen(0, 'vitals'), ...burst(5000))).toEqual([
      { kind: 'rage_click', at: 5000, screen: 'vitals', control: 1, role: 'button' },
    ])
  })

  it('may be on something that only looks like a control, or does not even', () => {
    expect(kinds(...burst(0, { isInteractive: false, role: 'generic' }))).toEqual(['rage_click'])
  })

  it('is on a disabled control, whatever else the page does', () => {
    expect(kinds(...burst(0, { isDisabled: true }), life(500, 'mutation', 7))).toEqual([
      'rage_click',
    ])
  })

  it('is where a request that the presses may have caused failed', () => {
    expect(kinds(...burst(0), life(300, 'mutation', 7), failed(900))).toEqual(['rage_click'])
  })

  it('is found within a longer series of presses, once', () => {
    const slow = [0, 1500, 3000].map((at) => press(at))
    expect(kinds(...slow, ...burst(4500), ...burst(5400))).toEqual(['rage_click'])
  })

  it('is told apart from the next one on the same control', () => {
    expect(kinds(...burst(0), ...burst(10_000))).toEqual(['rage_click', 'rage_click'])
  })

  it('is seen although a clock ticks elsewhere on the page', () => {
    expect(kinds(...ticking(0, 20_000, 7), ...burst(12_500))).toEqual(['rage_click'])
  })
})

describe('no rage click', () => {
  it('comes of selecting by many presses, on a page too busy to say so at once', () => {
    const heard = burst(0).map((seen) => ({ ...seen, heardAt: 2000 }) as Observation)
    expect(kinds(...heard, life(2100, 'selection'))).toEqual([])
  })

  it('comes of presses that the page answered: that is a multi click', () => {
    const answers = [0, 200, 400, 600].map((at) => life(at + 20, 'mutation', 7))
    expect(kinds(...burst(0), ...answers)).toEqual(['multi_click'])
  })

  it('comes of a failure that began too late, or of a poll that fails all the time', () => {
    expect(kinds(...burst(0), life(610, 'mutation', 7), failed(2700))).toEqual(['multi_click'])
    const polls = polling(0, 20_000, 1000).flatMap((poll) => [poll, failed(poll.at, POLL)])
    expect(kinds(...polls, ...burst(12_500), life(13_200, 'mutation', 7))).toEqual(['multi_click'])
  })

  it('comes of three presses, of slow ones, or of presses far apart', () => {
    expect(kinds(...burst(0).slice(1))).not.toContain('rage_click')
    expect(kinds(...[0, 400, 800, 1200].map((at) => press(at)))).not.toContain('rage_click')
    const apart = [0, 200, 400, 600].map((at) => press(at, {}, { x: at / 10 }))
    expect(kinds(...apart)).not.toContain('rage_click')
  })

  it('comes of presses on several controls', () => {
    const each = [0, 200, 400, 600].map((at) =>
      press(at, { isInteractive: false }, { control: at + 1 }),
    )
    expect(kinds(...each)).toEqual([])
  })

  it.each([
    ['text selection by double or triple click (posthog-js PR#3749)', 'selection'],
    ['copying text (clarity#603)', 'copy'],
    ['scrolling', 'scroll'],
    ['ticking a box on and off', 'input'],
    ['dragging', 'drag'],
  ] as const)('comes of %s', (_, source) => {
    expect(kinds(...burst(0, { isInteractive: false }), life(250, source))).toEqual([])
  })

  it('is withdrawn by what happens well after the presses only as far as the page lives', () => {
    expect(kinds(...burst(0), life(2000, 'input'))).toEqual(['multi_click'])
  })

  it.each([
    'a calendar',
    'a time picker (posthog#22257)',
    'a stepper (posthog-js#871)',
    'a spinner (posthog#40880)',
    'a carousel (browser-sdk#3621)',
    'a pager (browser-sdk#3621)',
  ])('comes of %s', () => {
    expect(kinds(...burst(0, { isRepeatable: true }))).toEqual([])
    const again = [200, 400, 600].map((at) => press(at, { isRepeatable: true }))
    expect(kinds(press(0), ...again)).toEqual([])
  })

  it.each([
    ['a text field', { isTextField: true }],
    ['a file input (sentry#80275)', { isFileInput: true }],
    ['a download (posthog-js#3619)', { isLink: true, isDownload: true }],
    ['audio or video (sentry-javascript#10257)', { isMedia: true }],
    ['a canvas', { isCanvas: true }],
    ['a select', { isSelect: true }],
  ])('comes of %s, whose answer can not be seen', (_, traits) => {
    expect(kinds(...burst(0, traits))).toEqual([])
  })
})
