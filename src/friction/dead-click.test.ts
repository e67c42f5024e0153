import { describe, expect, it } from 'vitest'
import { createDetectors } from './detectors.ts'
import type { LifeSource, Observation } from './observation.ts'
import {
  CONTROL_REGION,
  did,
  kinds,
  life,
  POLL,
  play,
  polling,
  press,
  SAVE,
  screen,
  ticking,
} from './testing/story.ts'

const CLOCK = 7
const PANEL = 8

describe('a dead click', () => {
  it('is a press on what looks interactive, and nothing alive for three seconds', () => {
    expect(play(screen(0, 'chart'), press(5000))).toEqual([
      { kind: 'dead_click', at: 5000, screen: 'chart', control: 1, role: 'button' },
    ])
  })

  it('is one, however often the control is pressed before it is given up', () => {
    expect(kinds(press(0), press(1500), press(3500))).toEqual(['dead_click'])
  })

  it('is not hidden by a ticking clock or a live tile', () => {
    expect(kinds(...ticking(0, 20_000, CLOCK), press(12_500))).toEqual(['dead_click'])
  })

  it('is not hidden by a part inside the live tile', () => {
    const inside = life(12_700, 'mutation', 71, CLOCK)
    expect(kinds(...ticking(0, 20_000, CLOCK), press(12_500), inside)).toEqual(['dead_click'])
  })

  it('is not hidden by being told the same screen again at every tick', () => {
    const ticks = ticking(0, 20_000, CLOCK).flatMap((tick) => [tick, screen(tick.at, 'chart')])
    expect(kinds(...ticks, press(12_500))).toEqual(['dead_click'])
  })

  it('is not hidden by a poll', () => {
    expect(kinds(...polling(0, 20_000, 1000), press(12_500))).toEqual(['dead_click'])
    expect(kinds(...polling(0, 80_000, 15_000), press(59_500))).toEqual(['dead_click'])
  })

  it('is not hidden by a request that was under way before the press', () => {
    expect(kinds(press(5000), life(4900, 'resource', SAVE))).toEqual(['dead_click'])
  })

  it('is not hidden by an answer that comes too late', () => {
    expect(kinds(press(0), life(7001, 'mutation', PANEL))).toEqual(['dead_click'])
  })

  it('is not hidden by a progress bar that fills ten times a second', () => {
    const filling = Array.from({ length: 200 }, (_, n) => life(n * 100, 'mutation', 40))
    expect(kinds(...filling, press(12_500))).toEqual(['dead_click'])
  })

  it('is not hidden by a live tile in the panel of the pressed control, beside it', () => {
    const tile = ticking(0, 20_000, 71).map(({ at }) => life(at, 'mutation', 71, 70))
    const pressed = { ...press(12_500), regions: [CONTROL_REGION, 70] } as Observation
    expect(kinds(...tile, pressed)).toEqual(['dead_click'])
  })

  it('is not hidden by a live tile that flashes as it changes', () => {
    const flashes = ticking(0, 20_000, CLOCK).map(({ at }) => life(at + 50, 'animation', CLOCK))
    expect(kinds(...ticking(0, 20_000, CLOCK), ...flashes, press(12_500))).toEqual(['dead_click'])
  })
})

describe('no dead click', () => {
  it.each<[string, LifeSource]>([
    ['a change of the page', 'mutation'],
    ['a popover, which fires toggle only', 'toggle'],
    ['a checkbox, which fires input only', 'input'],
    ['a form that refuses', 'invalid'],
    ['selected text', 'selection'],
    ['copied text (clarity#603)', 'copy'],
    ['a request', 'resource'],
    ['navigation', 'navigation'],
    ['an animation', 'animation'],
    ['audio or video that plays', 'media'],
    ['a drag', 'drag'],
    ['a window that opens', 'blur'],
  ])('comes of a press that %s answers', (_, source) => {
    expect(kinds(press(0), life(800, source))).toEqual([])
  })

  it('comes of a menu that opens on mousedown, in the same moment (sentry-javascript#9755)', () => {
    expect(kinds(press(1000), life(1000, 'mutation', PANEL))).toEqual([])
  })

  it('comes of a scroll, if it follows at once', () => {
    expect(kinds(press(0), life(300, 'scroll'))).toEqual([])
    expect(kinds(press(0), life(301, 'scroll'))).toEqual(['dead_click'])
  })

  it('comes of the press that brings a tab back (posthog-js PR#3274)', () => {
    expect(kinds(life(9200, 'blur'), press(10_000))).toEqual([])
    expect(kinds(life(8900, 'blur'), press(10_000))).toEqual(['dead_click'])
  })

  it('comes of a press on nothing: outside a modal, or on plain text (clarity#603)', () => {
    expect(kinds(press(0, { isInteractive: false, role: 'generic' }))).toEqual([])
  })

  it.each([
    ['a stepper, whose number a script sets (posthog-js#871)', { isStepper: true }],
    ['a link into another tab', { isLink: true, isLeaving: true }],
    ['a download (posthog-js#3619)', { isLink: true, isDownload: true }],
    ['a select', { isSelect: true }],
    ['a text field', { isTextField: true }],
    ['a file input (sentry#80275)', { isFileInput: true }],
    ['editable text', { isContentEditable: true }],
    ['a canvas', { isCanvas: true }],
    ['audio or video (sentry-javascript#10257)', { isMedia: true }],
    ['the tab that is open already', { isCurrent: true }],
    ['a disabled control, which is another signal', { isDisabled: true }],
  ])('comes of %s', (_, traits) => {
    expect(kinds(press(0, traits))).toEqual([])
  })

  it('comes of a control inside the part that changes by itself: it can not be told', () => {
    expect(kinds(...ticking(0, 20_000, CONTROL_REGION), press(12_500))).toEqual([])
  })

  it('comes of a screen that changes', () => {
    expect(kinds(press(0), screen(1000, 'orders'))).toEqual([])
  })

  it('comes of a page that stood still when it was to be judged: a native dialog, sleep', () => {
    const detections: unknown[] = []
    const detectors = createDetectors((detection) => detections.push(detection))
    detectors.observe(press(0))
    detectors.observe({ type: 'tick', at: 60_000 })
    expect(detections).toEqual([])
  })
})

describe('a link', () => {
  it('with nothing behind it is dead, as the browser tells of each that is followed', () => {
    expect(kinds(press(0, { isLink: true }))).toEqual(['dead_click'])
    expect(kinds(press(0, { isLink: true }), life(100, 'navigation'))).toEqual([])
  })

  it('that loads for long is not: the browser shows it', () => {
    expect(kinds(press(0, { isLink: true }), life(5000, 'navigation'))).toEqual([])
  })
})

describe('noise', () => {
  it('of a poll is known by its beat as soon as it has asked twice, before its next call can hide a dead press', () => {
    expect(kinds(...polling(2000, 20_000, 2000), press(5400))).toEqual(['dead_click'])
  })

  it('of a poll says nothing of a save at the same address, off its beat', () => {
    const save = life(12_600, 'resource', POLL)
    expect(kinds(...polling(0, 20_000, 2000), press(12_500), save)).toEqual([])
  })

  it('is none of what a page asks of one address as it loads', () => {
    const loading = [0, 1500, 2200, 3400].map((at) => life(at, 'resource', POLL))
    expect(kinds(...loading, press(12_500), life(12_600, 'resource', POLL))).toEqual([])
  })

  it('of a poll without a beat is all that is asked of its address', () => {
    const polls = [0, 1500, 5000, 6200, 11_000].map((at) => life(at, 'resource', POLL))
    expect(kinds(...polls, press(12_500), life(12_600, 'resource', POLL))).toEqual(['dead_click'])
  })

  it('of a poll says nothing of what else the page asks: a save that changes nothing is an answer', () => {
    const polls = polling(0, 20_000, 1000)
    expect(kinds(...polls, press(12_500), life(12_600, 'resource', SAVE))).toEqual([])
  })

  it('is not learned from what follows a press, typing, hover or scroll', () => {
    const acts = [0, 1000, 2000, 3000, 4000].flatMap((at) => [
      did('prompt', at),
      life(at + 900, 'mutation', PANEL),
    ])
    expect(kinds(...acts, press(6000), life(6100, 'mutation', PANEL))).toEqual([])
  })

  it('is not learned from one burst of changes', () => {
    const flurry = [0, 60, 120, 180, 240].map((at) => life(5000 + at, 'mutation', PANEL))
    expect(kinds(...flurry, press(7000), life(7100, 'mutation', PANEL))).toEqual([])
  })

  it('is forgotten ten seconds after the last of it', () => {
    const answer = life(14_100, 'mutation', CLOCK)
    expect(kinds(...ticking(0, 2000, CLOCK), press(14_000), answer)).toEqual([])
  })

  it('stays small on a page that changes everywhere', () => {
    const everywhere = Array.from({ length: 5000 }, (_, at) => life(at, 'mutation', 1000 + at))
    expect(kinds(...everywhere, ...ticking(6000, 20_000, CLOCK), press(15_500))).toEqual([
      'dead_click',
    ])
  })
})
