// @vitest-environment jsdom
import { act } from 'preact/test-utils'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { withLayout } from '../../../test/helpers/layout.ts'
import { createWords } from '../../overlay/words.ts'
import type { PageNote } from '../../vocabulary/note.ts'
import type { Signal } from '../../vocabulary/signal.ts'
import { pickLanguage } from '../../words/pick-language.ts'
import { createReportingPart } from './reporting-part.ts'

vi.mock('../../overlay/press.ts', () => ({
  pressed: (press: () => void) => press,
  fromPerson: (act: (event: Event) => void) => act,
}))
withLayout()
function fail(error: unknown): never {
  throw error
}
// jsdom knows no pseudo-elements.
beforeEach(() => {
  const styleOf = window.getComputedStyle
  vi.spyOn(window, 'getComputedStyle').mockImplementation((element, pseudo) =>
    pseudo ? ({ content: 'none' } as CSSStyleDeclaration) : styleOf(element),
  )
})

async function open() {
  document.body.innerHTML = `<main><h1>Chart of jane doe-miller</h1><input value="penicillamine"><button>Save</button></main>`
  const host = document.createElement('div')
  document.documentElement.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const into = document.createElement('div')
  root.append(into)
  const emitted: Omit<Signal, 'uid'>[] = []
  const notes: PageNote[] = []
  let here: { app: string; screen: string } | undefined = { app: 'ehr', screen: 'chart' }
  const part = createReportingPart(
    { document, host, say: createWords(pickLanguage('en')), addStyles: () => {}, fail },
    {
      packs: [],
      locale: 'en',
      allowed: { comments: true, wireframes: true, flags: false },
      here: () => here,
      emit: (signal) => emitted.push(signal),
      async sendNote(note) {
        // Meanwhile the app goes on to a screen that nobody knows.
        here = undefined
        return notes.push(note) > 0
      },
      nameElement: () => ({ label: 'Save', target: 'save' }),
      today: () => '2026-11-26',
      uuid: () => '6f1b2c3d-0a1b-4c2d-8e3f-001122334455',
    },
  )
  const view = { mode: 'report', screen: { id: 'chart', title: 'Chart' }, telemetry: true } as const
  await act(() => part.show({ into, back: () => {}, close: () => {} }, view))
  onTestFinished(() => {
    part.hide()
    host.remove()
  })
  const get = (testId: string) => root.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
  return {
    emitted,
    notes,
    state: () => get('checked')?.dataset.state,
    press: (testId: string) =>
      act(async () => {
        get(testId)?.click()
        await new Promise((resolve) => setTimeout(resolve))
      }),
    write: (words: string) =>
      act(() => {
        const field = get('comment') as HTMLTextAreaElement
        field.value = words
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }),
  }
}

test.each(['jane doe', 'Miller', 'PENICILLAMINE', 'chart of jane'])(
  '%s stands on the page, and is not sent',
  async (phrase) => {
    const { press, write, state, emitted, notes } = await open()
    write(`it is slow: ${phrase}`)
    await press('report-slow')
    expect(state()).toBe('found')
    expect([emitted, notes]).toEqual([[], []])
  },
)

test('what does not stand there goes with the screen and the reason, and the report is counted', async () => {
  const { press, write, emitted, notes } = await open()
  write('it is  slow')
  await press('draw')
  await press('report-slow')
  expect(notes).toMatchObject([
    { app: 'ehr', screen: 'chart', outcome: 'slow', comment: 'it is slow' },
  ])
  expect(notes[0]?.wireframe?.map(({ role }) => role)).toEqual([
    ...['main', 'heading', 'field', 'button'],
  ])
  expect(emitted).toEqual([{ kind: 'report', app: 'ehr', screen: 'chart', outcome: 'slow' }])
})

test('a page that hides the body of its document by a name is drawn all the same', async () => {
  const { press, write, notes } = await open()
  Object.defineProperty(document, 'body', {
    value: document.createElement('img'),
    configurable: true,
  })
  onTestFinished(() => void Reflect.deleteProperty(document, 'body'))
  write('slow')
  await press('draw')
  await press('report-slow')
  expect(notes[0]?.wireframe?.map(({ role }) => role)).toContain('main')
})
