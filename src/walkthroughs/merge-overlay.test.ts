import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { OVERLAY_FORMAT, type OverlaySource, overlaySchema } from '../vocabulary/overlay.ts'
import { type PackSource, packSchema } from '../vocabulary/pack.ts'
import { packReferenceFaults } from '../vocabulary/pack-reference-faults.ts'
import { toBase64 } from '../vocabulary/signature.ts'
import { pngHead } from '../vocabulary/testing/heads.ts'
import { mergeOverlay } from './merge-overlay.ts'
import { packsInForce } from './packs-in-force.ts'

vi.mock('../vocabulary/pack-reference-faults.ts', async (read) => {
  const real = await read<typeof import('../vocabulary/pack-reference-faults.ts')>()
  return { packReferenceFaults: vi.fn(real.packReferenceFaults) }
})

type StepSource = NonNullable<PackSource['walkthroughs']>[number]['steps'][number]

const step = (id: string, more: Partial<StepSource> = {}): StepSource => ({
  ...{ id, text: `Base ${id}`, advance: { on: 'next' } },
  ...more,
})
const added = (id: string) => ({ id, text: 'own', advance: { on: 'next' } }) as const
const walk = (id: string, steps: StepSource[], locked = false) => ({
  ...{ id, title: id, summary: '', screens: ['list'], owner: 'IT', reviewBy: '2027-01-01' },
  ...{ locked, steps },
})
const packOf = (...walkthroughs: NonNullable<PackSource['walkthroughs']>) =>
  v.parse(packSchema, {
    format: 'handrail.pack/1',
    id: 'ward',
    version: 1,
    app: { id: 'app', name: 'App', sites: ['https://ehr.test/*'] },
    screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
    walkthroughs,
    surveys: [
      {
        id: 'ease',
        question: 'Easy?',
        answers: ['Yes', 'No'],
        from: '2026-01-01',
        until: '2027-01-01',
      },
    ],
    announcements: [
      ...[
        { id: 'recall', title: 'Recall', text: 'Stop', from: '2026-01-01', until: '2027-01-01' },
      ].map((one) => ({ ...one, safety: true })),
    ],
  } satisfies PackSource)
const overlayOf = (more: Partial<OverlaySource>) =>
  v.parse(overlaySchema, {
    ...{ format: OVERLAY_FORMAT, id: 'er', version: 1, extends: 'ward' },
    ...more,
  } satisfies OverlaySource)
const base = packOf(
  walk('task', [step('a'), step('b'), step('c', { locked: true }), step('d'), step('e')]),
  walk('required', [step('x'), step('y')], true),
)
const merge = (more: Partial<OverlaySource>) => mergeOverlay(base, overlayOf(more))
const stepsOf = (more: Partial<OverlaySource>) =>
  merge(more).pack.walkthroughs[0]?.steps.map(({ id }) => id)
const said = (more: Partial<OverlaySource>) => {
  const { pack, leftOut } = merge(more)
  expect(pack).toEqual(base)
  return leftOut.map(({ message }) => message).join()
}
const textKey = (id: string) => `walkthroughs.task.steps.${id}.text`

/** A worker that starts lays every overlay anew, and each check goes through all of the pack. */
describe('how often the whole is checked', () => {
  const articles = Array.from({ length: 64 }, (_, at) => ({
    ...{ id: `a-${at}`, title: 'A', text: 'x', screens: [at === 7 ? 'gone' : 'list'] },
  }))
  const checks = (more: Partial<OverlaySource>) => {
    vi.mocked(packReferenceFaults).mockClear()
    const { leftOut } = merge(more)
    return { leftOut: leftOut.length, times: vi.mocked(packReferenceFaults).mock.calls.length }
  }
  test('is once where nothing is wrong with any part', () => {
    expect(checks({ articles: articles.slice(8) })).toEqual({ leftOut: 0, times: 1 })
  })
  test('grows with what is wrong, and not with all the parts', () => {
    const { leftOut, times } = checks({ articles })
    expect(leftOut).toBe(1)
    expect(times).toBeLessThan(20)
  })
})

describe('an overlay', () => {
  test('adds steps where it says, and whole walkthroughs', () => {
    const steps = [added('own')]
    expect(stepsOf({ additions: [{ walkthrough: 'task', after: 'c', steps }] })).toEqual([
      'a',
      'b',
      'c',
      'own',
      'd',
      'e',
    ])
    expect(stepsOf({ additions: [{ walkthrough: 'task', steps }] })?.[0]).toBe('own')
    const { pack } = merge({ walkthroughs: [walk('extra', [step('a')])] })
    expect(pack.walkthroughs.map(({ id }) => id)).toEqual(['task', 'required', 'extra'])
  })
  test('orders what nothing holds in place', () => {
    expect(stepsOf({ orders: [{ walkthrough: 'task', steps: ['b', 'a'] }] })).toEqual([
      'b',
      'a',
      'c',
      'd',
      'e',
    ])
  })
  test('words what is not locked, and translates it', () => {
    const { pack } = merge({
      texts: { en: { [textKey('a')]: 'Own' }, fr: { [textKey('a')]: 'À nous' } },
    })
    expect(pack.walkthroughs[0]?.steps[0]).toHaveProperty('text', 'Own')
    expect(pack.texts).toEqual({ fr: { [textKey('a')]: 'À nous' } })
  })
  test('adds articles with pictures of its own', () => {
    const pictures = [
      { id: 'map', image: `data:image/png;base64,${toBase64(pngHead())}`, alt: 'Map' },
    ]
    const articles = [{ id: 'way', title: 'Way', text: 'Left.', picture: 'map' }]
    const { pack, leftOut } = merge({ articles, pictures })
    expect(leftOut).toEqual([])
    expect([pack.articles, pack.pictures].map((list) => list.map(({ id }) => id))).toEqual([
      ['way'],
      ['map'],
    ])
  })
  test('has other keywords, as many as it likes', () => {
    const known = packOf({ ...walk('task', [step('a')]), keywords: ['one'] })
    const texts = { en: { 'walkthroughs.task.keywords': 'triage, shock room' } }
    const { pack } = mergeOverlay(known, overlayOf({ texts }))
    expect(pack.walkthroughs[0]?.keywords).toEqual(['triage', 'shock room'])
    expect(v.safeParse(packSchema, pack).success).toBe(true)
  })
  test('may hold parts that need later ones', () => {
    const first = { ...walk('first', [step('a')]), audience: { completed: ['second'] } }
    expect(merge({ walkthroughs: [first, walk('second', [step('a')])] }).leftOut).toEqual([])
  })
})

test.each<[string, Partial<OverlaySource>, string]>([
  [
    'a locked step’s words',
    { texts: { en: { [textKey('c')]: 'No' } } },
    "step 'c' of 'task' is locked",
  ],
  [
    'their translation',
    { texts: { fr: { [textKey('c')]: 'Non' } } },
    "step 'c' of 'task' is locked",
  ],
  [
    'a safety notice',
    { texts: { en: { 'announcements.recall.text': 'No' } } },
    "'recall' is locked",
  ],
  [
    'past a locked step',
    { orders: [{ walkthrough: 'task', steps: ['d', 'b'] }] },
    "'c' of 'task' is locked",
  ],
  [
    'a locked step',
    { orders: [{ walkthrough: 'task', steps: ['d', 'c'] }] },
    "'c' of 'task' is locked",
  ],
  [
    'a locked walkthrough',
    { orders: [{ walkthrough: 'required', steps: ['y', 'x'] }] },
    'is locked',
  ],
  ['more in it', { additions: [{ walkthrough: 'required', steps: [added('z')] }] }, 'is locked'],
  [
    'an id that is taken',
    { walkthroughs: [walk('task', [step('a')])] },
    "another walkthrough has the id 'task'",
  ],
  [
    'a step that has gone',
    { additions: [{ walkthrough: 'task', after: 'gone', steps: [added('z')] }] },
    "no step 'gone'",
  ],
  [
    'other answers of a survey',
    { texts: { en: { 'surveys.ease.answers.1': 'Perhaps' } } },
    'whose answers are counted',
  ],
  [
    'a link to elsewhere',
    { articles: [{ id: 'way', title: 'Way', text: '[a](https://evil.test/)' }] },
    "leads to 'evil.test'",
  ],
  ['words of one', { texts: { en: { [textKey('gone')]: 'x' } } }, 'there is no text'],
  [
    'a screen that has gone',
    {
      announcements: [
        {
          id: 'n',
          title: 'N',
          text: 'n',
          from: '2026-01-01',
          until: '2026-02-01',
          screens: ['gone'],
        },
      ],
    },
    "no screen 'gone'",
  ],
])('is left out, and told of: %s', (_what, more, message) => {
  expect(said(more)).toContain(message)
})

describe('the packs in force', () => {
  const emergency = overlayOf({
    audience: { departments: ['emergency'] },
    texts: { en: { [textKey('a')]: 'Emergency' } },
  })
  const later = {
    ...emergency,
    id: 'aa',
    precedence: 60,
    texts: { en: { [textKey('a')]: 'Later' } },
  }
  const firstIn = (department: string) =>
    packsInForce([later, emergency, base], { roles: [], department }).packs[0]?.walkthroughs[0]
      ?.steps[0]
  test('have the overlays of one’s department, the highest precedence last', () => {
    expect([firstIn('emergency'), firstIn('icu')]).toMatchObject([
      { text: 'Later' },
      { text: 'Base a' },
    ])
  })
  test('say of an overlay without its base', () => {
    const { packs, leftOut } = packsInForce([overlayOf({ extends: 'gone' })], { roles: [] })
    expect([packs, leftOut]).toEqual([[], ["er: there is no pack 'gone' to lay it over"]])
  })
})

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const id = fc.constantFrom(...IDS)
const anyBase = fc
  .array(fc.record({ locked: fc.boolean(), to: fc.option(fc.nat({ max: 5 })) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) =>
    packOf(
      walk(
        'task',
        parts.map(({ locked, to }, at) =>
          step(IDS[at] ?? '', {
            locked,
            branch:
              to !== null && to < parts.length
                ? [{ when: [{ screen: 'list' }], to: IDS[to] ?? '' }]
                : [],
          }),
        ),
      ),
    ),
  )
const anyOverlay = fc
  .record({
    additions: fc.array(
      fc.record({
        after: fc.option(id, { nil: undefined }),
        own: fc.constantFrom(...IDS, 'y', 'z'),
      }),
      { maxLength: 4 },
    ),
    orders: fc.array(fc.uniqueArray(id, { minLength: 2 }), { maxLength: 4 }),
    words: fc.array(id),
  })
  .map(({ additions, orders, words }) =>
    overlayOf({
      additions: additions.map(({ after, own }) => ({
        ...{ walkthrough: 'task', steps: [added(own)] },
        ...(after && { after }),
      })),
      orders: orders.map((steps) => ({ walkthrough: 'task', steps })),
      texts: { en: Object.fromEntries(words.map((one) => [textKey(one), 'reworded'])) },
    }),
  )

test('whatever an overlay holds: the pack is sound, locked steps stay as they were and in order, none goes', () => {
  fc.assert(
    fc.property(anyBase, anyOverlay, (of, overlay) => {
      const { pack } = mergeOverlay(of, overlay)
      expect(packReferenceFaults(pack).filter(({ level }) => level === 'error')).toEqual([])
      const isLocked = (one: object) => 'locked' in one && one.locked === true
      const before = of.walkthroughs[0]?.steps ?? []
      const after = pack.walkthroughs[0]?.steps ?? []
      expect(after.filter(isLocked)).toEqual(before.filter(isLocked))
      expect(new Set(after.map((one) => one.id)).size).toBe(after.length)
      const ids = after.map((one) => one.id)
      expect(before.every((one) => ids.includes(one.id))).toBe(true)
      // What stands before a locked step goes on standing before it.
      for (const [at, one] of before.entries())
        if (isLocked(one))
          for (const earlier of before.slice(0, at))
            expect(ids.indexOf(earlier.id)).toBeLessThan(ids.indexOf(one.id))
    }),
  )
})
