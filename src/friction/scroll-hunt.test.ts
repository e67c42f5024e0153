import { describe, expect, it } from 'vitest'
import { LEARNED_MIN } from './learned.ts'
import type { Observation } from './observation.ts'
import { kinds, play, press, screen } from './testing/story.ts'

/** Scrolls to and fro, a screenful each way unless told otherwise. */
const scrolls = (from: number, ways: number, by = 1, each = 1000): Observation[] =>
  Array.from({ length: ways }, (_, way) => ({
    ...{ type: 'scrolled', at: from + way * each, by: way % 2 === 0 ? by : -by },
  }))

const hunt = (from: number) => [screen(from, 'results'), ...scrolls(from + 1000, 7)]

describe('a scroll hunt', () => {
  it('is six turns over three screenfuls within 20 seconds', () => {
    expect(play(...hunt(0))).toEqual([{ kind: 'scroll_hunt', at: 1000, screen: 'results' }])
  })

  it('is one a hunt', () => {
    expect(kinds(screen(0, 'results'), ...scrolls(1000, 12))).toEqual(['scroll_hunt'])
  })

  it('is made of many small scrolls too', () => {
    const wheel = scrolls(1000, 7).flatMap((way) =>
      way.type === 'scrolled'
        ? [0, 100, 200, 300].map((after) => ({ ...way, at: way.at + after, by: way.by / 4 }))
        : [],
    )
    expect(kinds(screen(0, 'results'), ...wheel)).toEqual(['scroll_hunt'])
  })
})

describe('no scroll hunt', () => {
  it('comes of one way to the end and back', () => {
    const way = Array.from(
      { length: 20 },
      (_, at): Observation => ({
        ...{ type: 'scrolled', at: at * 500, by: at < 10 ? 1 : -1 },
      }),
    )
    expect(kinds(screen(0, 'results'), ...way)).toEqual([])
  })

  it('comes of trembling within one screenful', () => {
    expect(kinds(screen(0, 'results'), ...scrolls(1000, 30, 0.05, 300))).toEqual([])
    expect(kinds(screen(0, 'results'), ...scrolls(1000, 7, 0.3))).toEqual([])
  })

  it('comes of more time, of a press in between, and of a screen nobody knows', () => {
    expect(kinds(screen(0, 'results'), ...scrolls(1000, 7, 1, 4000))).toEqual([])
    const pressed = press(4500, { isInteractive: false })
    expect(kinds(screen(0, 'results'), ...scrolls(1000, 7), pressed)).toEqual([])
    expect(kinds(...scrolls(1000, 7))).toEqual([])
  })

  it('comes of what is usual on that screen', () => {
    const story = Array.from({ length: LEARNED_MIN + 5 }, (_, visit) => [
      ...hunt(visit * 100_000),
      screen(visit * 100_000 + 50_000, 'chart'),
    ]).flat()
    const seen = kinds(...story)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.length).toBeLessThanOrEqual(LEARNED_MIN)
  })
})
