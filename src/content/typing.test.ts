// @vitest-environment jsdom

import { afterEach, expect, test } from 'vitest'
import { createTyping, TYPING_PAUSE_MS } from './typing.ts'

const stop = new AbortController()
afterEach(() => document.body.replaceChildren())

function setup() {
  document.body.innerHTML =
    '<input id="text"><input id="box" type="checkbox"><textarea></textarea><div id="own"><input></div><div contenteditable="true"></div>'
  const timers: { ms: number; act: () => void; isCancelled: boolean }[] = []
  const told = { begins: 0, pauses: 0 }
  // jsdom marks what a script sends as untrusted: here the test is the person.
  const listeners = new Map<string, (event: Event) => void>()
  const page = {
    addEventListener: (name: string, listen: (event: Event) => void) => listeners.set(name, listen),
  }
  const typing = createTyping({
    page: page as unknown as Window,
    own: () => document.getElementById('own') ?? undefined,
    after(ms, act) {
      const timer = { ms, act, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
    onBegin: () => {
      told.begins += 1
    },
    onPause: () => {
      told.pauses += 1
    },
    guard: (act) => act,
    signal: stop.signal,
  })
  function happens(name: string, selector: string, isTrusted = true): void {
    const target = document.querySelector(selector)
    listeners.get(name)?.({ isTrusted, target, composedPath: () => [target] } as unknown as Event)
  }
  return { typing, happens, timers, told }
}

test.each(['#text', 'textarea', '[contenteditable]'])('typing into %s is typing', (field) => {
  const { typing, happens, timers, told } = setup()
  happens('input', field)
  expect(typing.isTyping()).toBe(true)
  expect(timers.map(({ ms }) => ms)).toEqual([TYPING_PAUSE_MS])
  timers[0]?.act()
  expect([typing.isTyping(), told.pauses]).toEqual([false, 1])
})

test('each change begins the wait anew, and is the same typing', () => {
  const { typing, happens, timers, told } = setup()
  happens('input', '#text')
  happens('input', '#text')
  expect(timers.map(({ isCancelled }) => isCancelled)).toEqual([true, false])
  expect(told).toEqual({ begins: 1, pauses: 0 })
  expect(typing.isTyping()).toBe(true)
})

test.each(['focusout', 'pointerdown'])('%s ends it at once, and tells once', (name) => {
  const { typing, happens, timers, told } = setup()
  happens('input', '#text')
  happens(name, '#text')
  happens(name, '#text')
  expect([typing.isTyping(), told.pauses, timers[0]?.isCancelled]).toEqual([false, 1, true])
})

test('a ticked box, our own search and what a script does are no typing', () => {
  const { typing, happens } = setup()
  happens('input', '#box')
  happens('input', '#own')
  happens('input', '#text', false)
  expect(typing.isTyping()).toBe(false)
})
