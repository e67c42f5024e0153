// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { withLayout } from '../../../test/helpers/layout.ts'
import { pickLanguage } from '../../words/pick-language.ts'
import { createWords } from '../words.ts'
import { FlagMode } from './flag-mode.tsx'
import { createFlags } from './flags.ts'
import { ReportPart } from './report-part.tsx'
import type { CheckedComment, ReportingActions } from './reporting.ts'
import type { PartProps } from './shared.ts'

// A page's events are refused, and a test can make no others.
vi.mock('../press.ts', () => ({
  pressed: (press: () => void) => press,
  fromPerson: (act: (event: Event) => void) => act,
}))
withLayout()
// jsdom scrolls nothing.
vi.mock('../bring-into-view.ts', () => ({ bringIntoView: () => {} }))

function open(
  Part: typeof ReportPart | typeof FlagMode,
  allowed = { comments: true, wireframes: true, flags: true },
) {
  const root = document.createElement('div')
  document.body.append(root)
  const save = document.createElement('button')
  save.textContent = 'Save'
  const other = document.createElement('button')
  document.body.append(save, other)
  let parts: HTMLElement[] = [save, other]
  let check: CheckedComment = { state: 'empty' }
  let isKept = true
  const actions = {
    allowed,
    commentMax: 300,
    report: vi.fn<ReportingActions['report']>(),
    bring: vi.fn<ReportingActions['bring']>(async () => isKept),
    checkComment: () => check,
    drawScreen: () => [{ role: 'main', x: 0, y: 0, width: 80, height: 4 }],
    parts: () => parts,
    nameElement: (element) =>
      element === other
        ? { label: 'button', role: 'button' }
        : { label: element.textContent, target: element.textContent.toLowerCase() },
    save: vi.fn<ReportingActions['save']>(),
  } satisfies ReportingActions
  const onEscape: PartProps['onEscape'] = { act: undefined }
  const place = { into: root, back: vi.fn<() => void>(), close: vi.fn<() => void>() }
  const props: PartProps = {
    document,
    host: root,
    say: createWords(pickLanguage('en')),
    actions,
    flags: createFlags(),
    place,
    view: { mode: 'report', screen: { id: 'vitals', title: 'Vitals' }, telemetry: true },
    onEscape,
  }
  const draw = (more: Partial<PartProps> = {}) =>
    act(() => render(<Part {...props} {...more} />, root))
  draw()
  onTestFinished(() => {
    render(null, root)
    for (const part of [root, save, other]) part.remove()
  })
  const get = (testId: string) => {
    const found = root.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
    if (!found) throw new Error(`no ${testId} in ${root.innerHTML}`)
    return found
  }
  return {
    root,
    actions,
    onEscape,
    place,
    save,
    other,
    draw,
    /** The app shows another screen, by other controls or by these. */
    goTo(id: string, ...shown: HTMLElement[]) {
      for (const part of parts) if (!shown.includes(part)) part.remove()
      for (const part of shown) {
        if (!part.isConnected) document.body.append(part)
        onTestFinished(() => part.remove())
      }
      parts = shown
      draw({ view: { ...props.view, screen: { id, title: id } } })
    },
    get,
    has: (testId: string) => root.querySelector(`[data-testid="${testId}"]`) !== null,
    press: (testId: string) =>
      act(async () => {
        get(testId).click()
        await new Promise((resolve) => setTimeout(resolve))
      }),
    write: (words: string) =>
      act(() => {
        const field = get('comment') as HTMLTextAreaElement
        field.value = words
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    choose: (testId: string, value: string) =>
      act(() => {
        const field = get(testId) as HTMLSelectElement
        field.value = value
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }),
    checks: (next: CheckedComment) => {
      check = next
    },
    refuse: () => {
      isKept = false
    },
  }
}

describe('the report form', () => {
  test('one press on a reason sends it, and nothing else', async () => {
    const { press, actions, has } = open(ReportPart)
    await press('report-slow')
    expect(actions.report.mock.calls).toEqual([[{ reason: 'slow', screen: 'vitals' }]])
    expect(actions.bring).not.toHaveBeenCalled()
    expect(has('report-sent')).toBe(true)
  })

  test('how much and how often go along', async () => {
    const { press, choose, actions } = open(ReportPart)
    choose('severity', 'risk')
    choose('often', 'daily')
    choose('often', '')
    await press('report-slow')
    expect(actions.report.mock.calls[0]?.[0]).toMatchObject({ reason: 'slow', severity: 'risk' })
    expect(actions.report.mock.calls[0]?.[0].often).toBeUndefined()
  })

  test('with words that are held back nothing is sent, and each find is marked', async () => {
    const { press, write, checks, actions, get, has } = open(ReportPart)
    write('slow for Jane at 7')
    checks({
      state: 'found',
      finds: [
        { kind: 'name', start: 9, end: 13 },
        { kind: 'number', start: 17, end: 18 },
      ],
    })
    await press('report-slow')
    expect(actions.report).not.toHaveBeenCalled()
    expect(actions.bring).not.toHaveBeenCalled()
    expect(has('report-sent')).toBe(false)
    expect(get('marked').innerHTML).toBe('slow for <mark>Jane</mark> at <mark>7</mark>')
    expect(get('comment').getAttribute('aria-invalid')).toBe('true')
  })

  test('what is told of the words never moves a button away from under a press', async () => {
    const { press, write, checks, get } = open(ReportPart)
    const state = () => get('checked').dataset.state
    write('slow for Jane')
    checks({ state: 'found', finds: [{ kind: 'name', start: 9, end: 13 }] })
    const leave = () => act(() => void get('comment').dispatchEvent(new FocusEvent('blur')))
    leave()
    expect(state()).toBe('empty')
    await press('draw')
    await vi.waitFor(() => expect(state()).toBe('found'))
    checks({ state: 'clean', text: 'slow' })
    leave()
    await vi.waitFor(() => expect(state()).toBe('clean'))
  })

  test.each(['unreadable', 'too-long'] as const)('%s words are not sent', async (state) => {
    const { press, write, checks, actions } = open(ReportPart)
    write('slow')
    checks({ state })
    await press('report-slow')
    expect(actions.report).not.toHaveBeenCalled()
    expect(actions.bring).not.toHaveBeenCalled()
  })

  test('sends what was checked and what was previewed, and reports once that is kept', async () => {
    const { press, write, checks, actions, get } = open(ReportPart)
    write(' it  is slow ')
    checks({ state: 'clean', text: 'it is slow' })
    await press('draw')
    expect(get('wireframe').querySelectorAll('rect')).toHaveLength(1)
    await press('report-slow')
    expect(actions.bring.mock.calls[0]?.[1]).toEqual({
      comment: 'it is slow',
      wireframe: [{ role: 'main', x: 0, y: 0, width: 80, height: 4 }],
    })
    expect(actions.report).toHaveBeenCalledOnce()
  })

  test('says so where it was not kept, and counts nothing', async () => {
    const { press, write, checks, refuse, actions, has } = open(ReportPart)
    write('slow')
    checks({ state: 'clean', text: 'slow' })
    refuse()
    await press('report-slow')
    expect(has('note-failed')).toBe(true)
    expect(actions.report).not.toHaveBeenCalled()
  })

  test('what the policy does not allow is not there', () => {
    const { has } = open(ReportPart, { comments: false, wireframes: false, flags: false })
    expect(has('say-more')).toBe(false)
  })

  test('a part is pointed at by stepping; Escape leads back to the form', async () => {
    const { press, actions, onEscape, has, get } = open(ReportPart)
    await press('point')
    expect(has('pane')).toBe(true)
    act(() => expect(onEscape.act?.()).toBe(true))
    expect(has('pane')).toBe(false)
    expect(onEscape.act?.()).toBe(false)
    await press('point')
    await press('part-next')
    await press('part-this')
    expect(get('point').textContent).toContain('Save')
    await press('report-slow')
    expect(actions.report.mock.calls[0]?.[0].pointed).toEqual({ label: 'Save', target: 'save' })
  })
})

describe('on another screen than it was opened on, the report form', () => {
  test('has no part and no drawing of the one before', async () => {
    const { press, goTo, actions, has, get } = open(ReportPart)
    await press('point')
    await press('part-next')
    await press('part-this')
    await press('draw')
    expect(has('wireframe')).toBe(true)
    goTo('orders', document.createElement('button'))
    expect([has('wireframe'), get('point').textContent]).not.toContain('Save')
    expect(has('wireframe')).toBe(false)
    await press('report-slow')
    expect(actions.bring).not.toHaveBeenCalled()
    expect(actions.report.mock.calls).toEqual([[{ reason: 'slow', screen: 'orders' }]])
  })

  test('reports the one that it was pressed on, however long the words take to be kept', async () => {
    const { press, write, checks, goTo, actions } = open(ReportPart)
    write('slow')
    checks({ state: 'clean', text: 'slow' })
    actions.bring.mockImplementation(async () => {
      goTo('orders', document.createElement('button'))
      return true
    })
    await press('report-slow')
    expect(actions.report.mock.calls).toEqual([[{ reason: 'slow', screen: 'vitals' }]])
  })

  test('offers no part that the page has taken away', async () => {
    const { press, goTo, save, has } = open(ReportPart)
    await press('point')
    await press('part-next')
    expect(has('part-this')).toBe(true)
    save.remove()
    goTo('vitals', document.createElement('button'))
    expect(has('part-this')).toBe(false)
  })
})

describe('Escape', () => {
  test('leads back from pointing as soon as that is drawn, and no later', async () => {
    const { get, has, onEscape } = open(ReportPart)
    get('point').click()
    await Promise.resolve()
    expect(has('pane')).toBe(true)
    expect(onEscape.act?.()).toBe(true)
  })
})

describe('flag mode', () => {
  test('parts are stepped through, marked, taken back and sent', async () => {
    const { press, actions, root, has } = open(FlagMode)
    await press('part-next')
    await press('flag-slow')
    await press('flag-unclear-words')
    await press('part-next')
    await press('flag-slow')
    const marked = () => root.querySelectorAll('[data-testid="flags"] li').length
    expect(marked()).toBe(3)
    await press('flag-undo')
    expect(marked()).toBe(2)
    await press('part-previous')
    await press('flag-slow')
    expect(marked()).toBe(1)
    await press('save-csv')
    expect(actions.save.mock.calls[0]?.[0]).toMatchObject([
      { pointed: { target: 'save' }, reason: 'unclear-words', screen: 'vitals' },
    ])
    await press('send-flags')
    expect(actions.report.mock.calls).toEqual([
      [
        {
          reason: 'unclear-words',
          pointed: { label: 'Save', target: 'save' },
          screen: 'vitals',
        },
      ],
    ])
    expect(has('flags-sent')).toBe(true)
    expect(marked()).toBe(0)
  })

  test('goes to the parts of another screen, and marks none of the one before on it', async () => {
    const { press, goTo, other, has, get, actions } = open(FlagMode)
    await press('part-next')
    const sign = document.createElement('button')
    sign.textContent = 'Sign'
    goTo('orders', other, sign)
    expect(has('flag-slow')).toBe(false)
    await press('part-next')
    await press('part-next')
    expect(get('part').textContent).toContain('Sign')
    await press('flag-slow')
    await press('save-csv')
    expect(actions.save.mock.calls[0]?.[0]).toMatchObject([
      { pointed: { target: 'sign' }, screen: 'orders' },
    ])
  })

  test('marks no part that the page has taken away since it was drawn', async () => {
    const { press, save, has } = open(FlagMode)
    await press('part-next')
    save.remove()
    await press('flag-slow')
    expect(has('flags')).toBe(false)
  })

  test('takes in what has come up on the screen meanwhile', async () => {
    const { press, goTo, save, other, get } = open(FlagMode)
    await press('part-next')
    const sign = document.createElement('button')
    sign.textContent = 'Sign'
    goTo('vitals', save, sign, other)
    await press('part-next')
    expect(get('part').textContent).toContain('Sign')
    await press('part-previous')
    expect(get('part').textContent).toContain('Save')
  })

  test('without a known screen, or without consent, there is nothing to mark', () => {
    const { draw, has } = open(FlagMode)
    draw({ view: { mode: 'flags', screen: undefined, telemetry: true } })
    expect(has('part-next')).toBe(false)
    draw({ view: { mode: 'flags', screen: { id: 'a', title: 'A' }, telemetry: false } })
    expect(has('part-next')).toBe(false)
  })
})
