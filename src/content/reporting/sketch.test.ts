// @vitest-environment jsdom
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readWireframe, wireframeSchema, writeWireframe } from '../../vocabulary/wireframe.ts'
import { GRID_WIDTH } from '../../vocabulary/wireframe-grid.ts'
import { sketchPage } from './sketch.ts'

const own = document.createElement('div')

function draw(html: string) {
  document.body.innerHTML = html
  document.body.append(own)
  return sketchPage(document.body, { own, shadowOf: (element) => element.shadowRoot })
}
const rolesOf = (html: string) => draw(html).map(({ role }) => role)

describe('a screen as grey boxes', () => {
  test('has its landmarks, controls and texts by their roles', () => {
    expect(
      rolesOf(
        '<header><h1>EHR</h1></header><nav><a href="#">Home</a></nav><main><p>Text</p><label>Name <input></label><button>Save</button></main>',
      ),
    ).toEqual(['banner', 'heading', 'navigation', 'link', 'main', 'text', 'field', 'button'])
  })

  test('has side by side what the styles put side by side', () => {
    const [field, button] = draw('<div style="display:flex"><input><button>Go</button></div>')
    expect(button?.y).toBe(field?.y)
    const [above, below] = draw(
      '<div style="display:flex;flex-direction:column"><input><button>Go</button></div>',
    )
    expect(below?.y).toBeGreaterThan(above?.y ?? 0)
    const [first, beside] = draw(
      '<div><button style="display:inline-block">A</button><button style="display:inline-block">B</button></div>',
    )
    expect(beside?.y).toBe(first?.y)
  })

  test('what lies over the page is in none of its lines', () => {
    const [field, apart, button] = draw(
      '<div style="display:flex"><input><div style="position:absolute"><img></div><button>Go</button></div>',
    )
    expect(apart).toMatchObject({ role: 'picture', x: field?.x })
    expect(button?.y).toBeGreaterThan(apart?.y ?? 0)
  })

  test('does not tell how many entries a table or a list has', () => {
    const table = (rows: number) =>
      `<main><p>x</p><table><tr><th>Drug</th></tr>${'<tr><td>a</td><td>b</td></tr>'.repeat(rows)}</table><ul>${'<li>x</li>'.repeat(rows)}</ul></main>`
    expect(draw(table(9))).toEqual(draw(table(1)))
    const cards = (count: number) =>
      `<main>${'<div><h2>Allergy</h2><p>text</p></div>'.repeat(count)}<p>end</p></main>`
    expect(draw(cards(5))).toEqual(draw(cards(1)))
  })

  test('keeps each field and button, which are the app’s', () => {
    expect(rolesOf('<form><input><input><input></form>').filter((one) => one === 'field')).toEqual([
      'field',
      'field',
      'field',
    ])
  })

  test('leaves out Handrail’s own', () => {
    own.innerHTML = '<button>Ours</button>'
    expect(rolesOf('<main><p>x</p><button>A</button></main>')).toEqual(['main', 'text', 'button'])
    own.innerHTML = ''
  })
})

describe('twin pages', () => {
  interface Tree {
    tag: string
    parts: Tree[]
  }
  const tags = ['div', 'p', 'span', 'section', 'main', 'nav', 'form', 'ul', 'li', 'button', 'h2']
  const leaves = ['input', 'textarea', 'img', 'a', 'label', 'td', 'b', 'select']
  const tag = fc.constantFrom(...tags, ...leaves)
  const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; node: Tree }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('node')),
    leaf: fc.record({ tag, parts: fc.constant([]) }),
    node: fc.record({ tag, parts: fc.array(tie('tree'), { maxLength: 4 }) }),
  }))
  const text = fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 8 }),
    fc.string({ minLength: 60, maxLength: 200 }),
  )

  /** The same elements; words, names, values and addresses from `words`, one after the other. */
  function fill(into: Element, { tag: name, parts }: Tree, words: Iterator<string>): void {
    const element = document.createElement(name)
    const say = () => words.next().value ?? ''
    element.append(document.createTextNode(say()))
    element.setAttribute('title', say())
    element.setAttribute('aria-label', say())
    if (name === 'input' || name === 'textarea') (element as HTMLInputElement).value = say()
    for (const part of parts) {
      fill(element, part, words)
      element.append(document.createTextNode(say()))
    }
    into.append(element)
  }
  function drawFilled(all: Tree[], words: readonly string[]) {
    document.body.innerHTML = ''
    const iterator = words[Symbol.iterator]()
    for (const one of all) fill(document.body, one, iterator)
    return sketchPage(document.body, { own, shadowOf: () => null })
  }

  test('that differ in texts only, of whatever length, look the same', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 6 }),
        fc.array(text, { maxLength: 80 }),
        fc.array(text, { maxLength: 80 }),
        (all, one, other) => {
          expect(drawFilled(all, one)).toEqual(drawFilled(all, other))
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('every drawing fits the schema and the grid, and goes over the wire unchanged', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 30 }), (all) => {
        const boxes = drawFilled(all, [])
        fc.pre(boxes.length > 0)
        expect(v.is(wireframeSchema, boxes)).toBe(true)
        for (const { x, width } of boxes) expect(x + width).toBeLessThanOrEqual(GRID_WIDTH)
        expect(readWireframe(writeWireframe(boxes))).toEqual(boxes)
      }),
      { numRuns: 200 },
    )
  })

  test.each(['', '1', '1,2,3', '99,0,0,1,1', '1,0,0,1,1;', 'a,0,0,1,1', '1,0,0,999,1', 7])(
    '%j is no wireframe',
    (raw) => {
      expect(readWireframe(raw)).toBeUndefined()
    },
  )
})
