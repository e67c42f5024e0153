// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { isAcceptable } from './accept.ts'
import { createLook, type Look } from './look.ts'
import { type Marks, markElement } from './marks.ts'

withLayout()

/** Marks of which those that are dear to see note that they were asked for. */
function marksOf(given: Partial<Marks>, asked: string[]): Marks {
  const base = {
    role: 'same',
    name: 'same',
    attributes: { specific: 0, common: 0, contradicted: 0, carried: 0 },
    within: { all: () => [], isIn: () => false, areAll: () => true },
    inside: undefined,
    shadow: undefined,
    spot: undefined,
    holds: undefined,
    isUnnamed: false,
    isForeign: false,
  } as const
  const dear = Object.fromEntries(
    (['near', 'path', 'label', 'under', 'holder', 'icon'] as const).map((name) => [
      name,
      {
        get() {
          asked.push(name)
          return given[name]
        },
      },
    ]),
  )
  const { near, path, label, under, holder, icon, ...rest } = given
  return Object.defineProperties({ ...base, ...rest }, dear) as Marks
}

const exact = { role: 'button', name: ['Edit'], exact: true } as unknown as Anchor
const loose = { role: 'button', name: ['Edit'] } as unknown as Anchor

test('a look-alike that another id tells apart is refused without looking around it', () => {
  const asked: string[] = []
  const attributes = { specific: 0, common: 0, contradicted: 1, carried: 1 }
  expect(isAcceptable(exact, marksOf({ attributes } as Partial<Marks>, asked))).toBe(false)
  expect(asked).toEqual([])
})

test('what its part of the page refuses is refused without looking for its title', () => {
  const asked: string[] = []
  expect(isAcceptable(loose, marksOf({ near: false, under: true }, asked))).toBe(false)
  expect(asked).not.toContain('under')
})

test.each([exact, loose])('another title refuses what fits in all else', (anchor) => {
  expect(isAcceptable(anchor, marksOf({ near: true, under: true }, []))).toBe(true)
  expect(isAcceptable(anchor, marksOf({ near: true, under: false }, []))).toBe(false)
})

test('a common name in another toolbar is refused without asking for the headings over it', () => {
  document.body.innerHTML = `<h2>Allergies</h2><div role="toolbar" aria-label="Allergies tools"><button>Print</button></div>
<h2>Conditions</h2><div role="toolbar" aria-label="Conditions tools"><button>Print</button></div>`
  const anchor = {
    role: 'button',
    name: ['Print'],
    within: [
      { role: 'toolbar', name: ['Conditions tools'] },
      { role: 'heading', name: ['Conditions'] },
    ],
  } satisfies Anchor
  const page = createLook([document])
  const headingsOf = vi.fn(page.headingsOf)
  const look: Look = { ...page, headingsOf }
  const [alike, wanted] = document.querySelectorAll('button')
  const isAccepted = (element: Element | undefined) => {
    const marks = element && markElement(element, anchor, look)
    return marks && isAcceptable(anchor, marks)
  }
  expect(isAccepted(alike)).toBe(false)
  expect(headingsOf).not.toHaveBeenCalled()
  expect(isAccepted(wanted)).toBe(true)
  expect(headingsOf).toHaveBeenCalled()
})

test('an empty list of parts counts for nothing: a pack that is written by hand may hold one', () => {
  const attributes = { specific: 1, common: 0, contradicted: 0, carried: 1 }
  const reworded = marksOf({ name: 'other', attributes } as Partial<Marks>, [])
  const anchor = { role: 'textbox', name: ['Dose'], within: [] } as unknown as Anchor
  expect(isAcceptable(anchor, reworded)).toBe(false)
})
