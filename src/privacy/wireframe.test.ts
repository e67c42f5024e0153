import { describe, expect, test } from 'vitest'
import type { WireframeBox } from '../vocabulary/wireframe.ts'
import { GRID_WIDTH, type WireframeRole } from '../vocabulary/wireframe-grid.ts'
import { holding, type Sketch } from './sketch.ts'
import { drawWireframe } from './wireframe.ts'

const box = (role: WireframeRole, flow: Sketch['flow'] = 'column', ...parts: Sketch[]): Sketch => ({
  role,
  flow,
  parts,
})
const nav = box('navigation', 'column', box('link'))
const main = box('main', 'column', box('heading'), box('table'))

function drawn(...parts: Sketch[]) {
  const boxes = drawWireframe(holding('row', parts))
  const of = (role: WireframeRole): WireframeBox => {
    const found = boxes.find((one) => one.role === role)
    if (!found) throw new Error(`No ${role} was drawn`)
    return found
  }
  return { boxes, of }
}

describe('a page with a main part', () => {
  test('has its banner across the top, its navigation left and asides right of the main part', () => {
    const { of } = drawn(nav, box('aside'), box('banner', 'row', box('button')), main)
    expect(of('banner')).toMatchObject({ x: 0, y: 0, width: GRID_WIDTH })
    const [left, middle, right] = [of('navigation'), of('main'), of('aside')]
    expect(left.x + left.width).toBeLessThan(middle.x)
    expect(middle.x + middle.width).toBeLessThan(right.x)
    expect(middle.width).toBeGreaterThan(2 * (left.width + right.width))
    expect(left.y).toBe(middle.y)
    expect(left.y).toBeGreaterThan(of('banner').height)
  })

  test('has a navigation with its entries side by side across the page', () => {
    const across = box('navigation', 'row', ...Array.from({ length: 5 }, () => box('link')))
    expect(drawn(main, across).of('navigation')).toMatchObject({ y: 0, width: GRID_WIDTH })
  })

  test('has what is in no landmark below the main part, and no containers without anything in them', () => {
    const { of } = drawn(nav, main, box('text'), box('dialog', 'column', box('button')))
    expect(of('dialog').y).toBeGreaterThan(of('main').y + of('main').height - 1)
    expect(drawn(nav, main, box('text')).boxes.map(({ role }) => role)).not.toContain('text')
  })

  test('keeps a landmark in another one where it is', () => {
    const { of } = drawn(nav, box('main', 'column', box('aside', 'column', box('text'))))
    expect(of('aside').x).toBeGreaterThan(of('main').x)
    expect(of('aside').y).toBeGreaterThan(of('main').y)
  })
})

test('without a main part the order and the lines of the page stay', () => {
  const { of } = drawn(box('field'), box('button'))
  expect(of('field')).toMatchObject({ x: 0, y: 0 })
  expect(of('button').x).toBeGreaterThan(of('field').width)
})

test('what has more side by side is wider', () => {
  const { of } = drawn(box('group', 'row', box('field'), box('field'), box('field')), box('button'))
  expect(of('group').width).toBeGreaterThan(of('button').width)
})

test('a line that has no room for all goes on below', () => {
  const { boxes } = drawn(...Array.from({ length: 40 }, () => box('button')))
  expect(boxes).toHaveLength(40)
  for (const { x, width } of boxes) expect(x + width).toBeLessThanOrEqual(GRID_WIDTH)
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(3)
})
