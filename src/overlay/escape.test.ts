// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { onEscape } from './escape.ts'

/** A key of a person’s: no test can send one, so it is handed to who listens. */
function pressIn(focused: EventTarget, more: Partial<KeyboardEvent> = {}) {
  const own = document.createElement('div')
  const act = vi.fn<() => void>()
  const listens: ((event: KeyboardEvent) => void)[] = []
  const page = {
    addEventListener: (_name: string, listen: (event: KeyboardEvent) => void) =>
      listens.push(listen),
  }
  onEscape(page as Partial<Document> as Document, own, act, new AbortController().signal)
  for (const listen of listens)
    listen({
      ...{ isTrusted: true, key: 'Escape', isComposing: false, defaultPrevented: false },
      ...{ composedPath: () => [focused], preventDefault: () => {} },
      ...more,
    } as Partial<KeyboardEvent> as KeyboardEvent)
  return act.mock.calls.length
}

test('Escape puts ours aside, where nothing of the page’s closes', () => {
  expect(pressIn(document.createElement('input'))).toBe(1)
  expect(pressIn(document.createElement('input'), { key: 'Enter' })).toBe(0)
  expect(pressIn(document.createElement('input'), { isTrusted: false })).toBe(0)
})

test('one that takes back what is being composed is for that alone', () => {
  expect(pressIn(document.createElement('input'), { isComposing: true })).toBe(0)
})
