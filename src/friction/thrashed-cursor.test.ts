import { describe, expect, it } from 'vitest'
import { createDetectors } from './detectors.ts'
import type { Moved, Observation } from './observation.ts'
import { kinds, life, press, screen } from './testing/story.ts'

const path = (points: [x: number, y: number][], each = 60): Moved[] =>
  points.map(([x, y], index) => {
    const at = index * each
    return { type: 'moved', at, way: [{ at, x, y }] }
  })
const shaken = path(Array.from({ length: 20 }, (_, at) => [at % 2 === 0 ? 100 : 160, 100 + at]))

const onNothing = { isInteractive: false }

describe('a thrashed cursor', () => {
  it('is a pointer that is shaken in a small space', () => {
    expect(kinds(...shaken)).toEqual(['thrashed_cursor'])
  })

  it('is looked for only where a policy says so', () => {
    const told: string[] = []
    const detectors = createDetectors(({ kind }) => told.push(kind))
    for (const seen of shaken) detectors.observe(seen)
    expect(told).toEqual([])
  })
})

describe('none', () => {
  it.each<[string, Observation[]]>([
    ['a straight way', path(Array.from({ length: 30 }, (_, at) => [at * 20, at * 5]))],
    ['slow trembling', path(Array.from({ length: 30 }, (_, at) => [100 + (at % 2) * 8, 100]))],
    [
      'wide sweeps',
      path(
        Array.from({ length: 6 }, (_, at) => [at % 2 === 0 ? 0 : 900, 100]),
        380,
      ),
    ],
    [
      'shaking between presses',
      [...shaken, ...[240, 480, 720, 960].map((at) => press(at, onNothing, { control: at }))],
    ],
    ['dragging', [...shaken, ...[200, 400, 600, 800, 1000].map((at) => life(at, 'drag'))]],
  ])('comes of %s', (_, moves) => {
    expect(kinds(screen(0, 'a'), ...moves)).toEqual([])
  })
})
