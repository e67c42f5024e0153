// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { pickLanguage } from '../words/pick-language.ts'
import type { CalloutView, GuideActions, GuideView, PromptView } from './guide.ts'
import type { Reporting } from './reporting/reporting.ts'
import { Root } from './root.tsx'
import { calmView } from './testing/calm-view.ts'
import { createWords } from './words.ts'

const escapes = vi.hoisted(() => new Set<() => void>())
// A page's events are refused, and a test can make no others.
vi.mock('./press.ts', () => ({
  pressed: (press: () => void) => press,
  fromPerson: (act: (event: Event) => void) => act,
}))
vi.mock('./escape.ts', () => ({
  onEscape(_document: Document, _own: Element, press: () => void, signal: AbortSignal) {
    escapes.add(press)
    signal.addEventListener('abort', () => escapes.delete(press))
  },
}))
withLayout()

const step = (id: string): CalloutView => ({
  ...{ walkthrough: 'task', title: 'Task', step: id, text: id, index: 1, total: 2 },
  ...{ picture: undefined, target: undefined, placement: 'auto', canBeKnown: false },
  ...{ isInDoubt: false, isRingOnly: false, isForFrame: false, isPassive: false, isByAct: false },
  ...{ isLocked: false, isRequired: false, isSkippable: false, canGoBack: false, isLast: false },
})
const news: PromptView = {
  ...({ pack: 'ward', list: 'announcements', id: 'a', title: 'News', text: 'x' } as const),
  isSafety: false,
}

/** Handrail on a page with one field, which has the focus. */
function open(first: Partial<GuideView> = {}) {
  const field = document.createElement('input')
  const host = document.createElement('div')
  document.body.append(field, host)
  const root = host.attachShadow({ mode: 'open' })
  const hide = vi.fn<Reporting['hide']>()
  const actions = {
    needSearch: () => {},
    needReporting: (_owner, take) => take({ show: () => {}, hide, escape: () => false }),
    helpSearch: () => {},
    // As on a page, what is put away is gone at once.
    announcementRead: () => show({ prompt: undefined }),
    declineOffer: () => show({ prompt: undefined }),
    putHintAway: () => show({ hints: [] }),
    start: () => {},
    shown: () => {},
    next: () => show({ callout: step('second') }),
    dismiss: () => show({ callout: undefined }),
    fail: (error) => {
      throw error
    },
  } satisfies Partial<GuideActions>
  function show(more: Partial<GuideView> = {}): void {
    render(
      <Root
        document={document}
        host={host}
        say={createWords(pickLanguage('en'))}
        view={{ ...calmView, ...first, ...more }}
        actions={actions as Partial<GuideActions> as GuideActions}
        addStyles={() => {}}
      />,
      root,
    )
  }
  const draw = (more?: Partial<GuideView>) => act(() => show(more))
  draw()
  field.focus()
  onTestFinished(() => {
    render(null, root)
    host.remove()
    field.remove()
  })
  const find = (testId: string) => root.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
  return {
    field,
    hide,
    draw,
    has: (testId: string) => find(testId) !== null,
    /** By a pointer: the focus stays where it is. */
    press: (testId: string) => act(() => find(testId)?.click()),
    /** By a key: it has the focus. */
    pressByKey: (testId: string) =>
      act(() => {
        find(testId)?.focus()
        find(testId)?.click()
      }),
    pressWords: (words: string) =>
      act(() => {
        const button = [...root.querySelectorAll('button')].find(
          (one) => (one.getAttribute('aria-label') ?? one.textContent) === words,
        )
        button?.focus()
        button?.click()
      }),
    at: () => root.querySelector('[data-testid="callout"]')?.getAttribute('data-step'),
    pressEscape: () =>
      act(() => {
        for (const press of escapes) press()
      }),
    /** Where the focus is: in the page's field, or on something of ours. */
    focus: () =>
      document.activeElement === field
        ? 'field'
        : (root.activeElement?.getAttribute('data-testid') ?? root.activeElement?.tagName),
  }
}

test('a help panel that an alert has closed does not come back to take the focus', () => {
  const { field, draw, press, has, focus } = open()
  press('launcher')
  expect([has('help-panel'), focus()]).toEqual([true, 'INPUT'])
  draw({ isSilent: true })
  expect(has('help-panel')).toBe(false)
  field.focus()
  draw()
  expect([has('help-panel'), focus()]).toEqual([false, 'field'])
})

test('a report that is being written waits unseen while the app alerts', () => {
  const { draw, press, has, hide } = open()
  press('launcher')
  press('report')
  draw({ isSilent: true })
  expect(has('launcher')).toBe(false)
  draw()
  expect([has('launcher'), hide.mock.calls.length]).toEqual([true, 0])
})

test('while the app alerts, Escape is the app’s alone', () => {
  const prompt = news
  const { draw, pressEscape, has, focus } = open({ prompt })
  expect(has('announcement-a')).toBe(true)
  draw({ isSilent: true })
  pressEscape()
  expect(focus()).toBe('field')
  draw()
  expect(has('announcement-a')).toBe(true)
})

test('a card that is put away by pointer leaves the focus in the page’s field', () => {
  const { press, focus } = open({ prompt: news })
  press('got-it')
  expect(focus()).toBe('field')
})

test('by key the focus goes where it is not lost', () => {
  const { pressByKey, focus } = open({ prompt: news })
  pressByKey('got-it')
  expect(focus()).toBe('launcher')
})

test('so it does where an offer is taken', () => {
  const { pressByKey, focus } = open({ prompt: { ...news, list: 'walkthroughs' } })
  pressByKey('accept')
  expect(focus()).toBe('launcher')
})

test('opened by the browser’s key, the help panel gives the focus back to the field that it was taken from', () => {
  const { draw, pressEscape, focus } = open()
  draw({ helpPresses: 1 })
  expect(focus()).toBe('INPUT')
  pressEscape()
  expect(focus()).toBe('field')
})

test('opened by a press of ours, to the launcher: the page hears of no focus', () => {
  const { press, pressEscape, focus } = open()
  press('launcher')
  pressEscape()
  expect(focus()).toBe('launcher')
})

test('closed while the person works in the page, it takes no focus', () => {
  const { field, press, pressByKey, has, focus } = open()
  pressByKey('launcher')
  field.focus()
  press('launcher')
  expect([has('help-panel'), focus()]).toEqual([false, 'field'])
})

test('a card that Escape has put aside is that one, and none of another pack by its id', () => {
  const { draw, pressEscape, has } = open({ prompt: news })
  pressEscape()
  expect(has('announcement-a')).toBe(false)
  draw({ prompt: { ...news, pack: 'lab' } })
  expect(has('announcement-a')).toBe(true)
})

describe('in a walkthrough by keyboard', () => {
  test('Next leads on to the next callout, and takes the focus along once that is drawn', async () => {
    const { pressWords, at, focus } = open({ callout: step('first') })
    pressWords('Next')
    expect(at()).toBe('second')
    await vi.waitFor(() => expect(focus()).toBe('callout'))
  })

  test('a callout that comes up by itself takes none', async () => {
    const { draw, at, focus } = open()
    draw({ callout: step('first') })
    expect(at()).toBe('first')
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    expect(focus()).toBe('field')
  })

  test('nor does one that comes after a press by key where the person has gone on meanwhile', async () => {
    const { field, pressWords, focus } = open({ callout: step('first') })
    pressWords('Next')
    field.focus()
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    expect(focus()).toBe('field')
  })

  test.each(['Stop', 'Put aside'])('%s leads to the launcher', (words) => {
    const { pressWords, at, focus } = open({ callout: step('first') })
    pressWords(words)
    expect([at(), focus()]).toEqual([undefined, 'launcher'])
  })

  test('so does the end of one that was put aside', () => {
    const { pressWords, has, focus } = open({ callout: step('first') })
    pressWords('Put aside')
    expect(has('folded')).toBe(true)
    pressWords('Stop')
    expect([has('folded'), focus()]).toEqual([false, 'launcher'])
  })
})
