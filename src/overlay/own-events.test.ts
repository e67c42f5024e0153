// @vitest-environment jsdom
import { expect, onTestFinished, test } from 'vitest'
import { keepOwnEvents } from './own-events.ts'

function open() {
  const stop = new AbortController()
  onTestFinished(() => {
    stop.abort()
    document.body.className = ''
    document.body.replaceChildren()
  })
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = '<button>Next</button><input><div class="text"><p>Words</p></div>'
  keepOwnEvents(window, host, stop.signal)
  /** Whether the browser would give the focus to what is pressed. */
  return (selector: string): boolean => {
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true })
    return root.querySelector(selector)?.dispatchEvent(press) ?? false
  }
}

test('a press of ours leaves the focus where it is, but for fields and words that can be picked out', () => {
  const takes = open()
  expect([takes('button'), takes('input'), takes('p')]).toEqual([false, true, true])
})

test('whatever the page calls its own parts', () => {
  document.body.className = 'text'
  const takes = open()
  expect(takes('button')).toBe(false)
})
