import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'
import { onTestFinished } from 'vitest'

/** Draws a tree into the page for the length of one test, and finds and presses what is in it. */
export async function mount(tree: ComponentChild) {
  const root = document.createElement('div')
  document.body.append(root)
  onTestFinished(() => {
    render(null, root)
    root.remove()
  })
  await act(() => render(tree, root))

  const find = <Kind extends HTMLElement = HTMLElement>(testId: string): Kind | null =>
    root.querySelector<Kind>(`[data-testid="${testId}"]`)
  const get = <Kind extends HTMLElement = HTMLElement>(testId: string): Kind => {
    const element = find<Kind>(testId)
    if (element === null) throw new Error(`There is no '${testId}' in: ${root.textContent}`)
    return element
  }
  return {
    root,
    find,
    get,
    text: (testId: string) => get(testId).textContent,
    press: (testId: string) => act(() => get(testId).click()),
    /** Types into a field, and leaves it where `leave` says so. */
    type: (testId: string, text: string, { leave = false } = {}) =>
      act(() => {
        const field = get<HTMLInputElement>(testId)
        field.value = text
        field.dispatchEvent(new Event('input', { bubbles: true }))
        if (leave) field.dispatchEvent(new FocusEvent('blur'))
      }),
    /** Lets what is under way come to its end. */
    settle: () => act(async () => new Promise((resolve) => setImmediate(resolve))),
  }
}
