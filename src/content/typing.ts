import { isElement } from '../anchors/dom.ts'
import { isTyped } from './focus.ts'
import type { Guard } from './guard.ts'

/** Somebody who has typed nothing for so long pauses, in ms. */
export const TYPING_PAUSE_MS = 1_500

interface Options {
  page: Window
  /** Handrail's own element. */
  own: () => Element | undefined
  /** Runs an act after some ms; the result takes it back. */
  after: (ms: number, act: () => void) => () => void
  /** The person has begun to type. */
  onBegin: () => void
  /** The person has paused, or left the field. */
  onPause: () => void
  guard: Guard
  signal: AbortSignal
}

/** Whether the person is typing into a field of the app. Only that something was typed is heard, never what. */
export function createTyping({ page, own, after, onBegin, onPause, guard, signal }: Options) {
  let cancel: (() => void) | undefined

  function pause(): void {
    if (cancel === undefined) return
    cancel()
    cancel = undefined
    onPause()
  }
  const typed = guard((event: Event) => {
    const target = event.composedPath()[0] as Node
    if (!event.isTrusted || event.target === own() || !isElement(target)) return
    if (!isTyped(target)) return
    const isBegun = cancel !== undefined
    cancel?.()
    cancel = after(TYPING_PAUSE_MS, pause)
    if (!isBegun) onBegin()
  })
  const left = guard((event: Event) => {
    if (event.isTrusted) pause()
  })
  const passive = { capture: true, passive: true, signal }
  page.addEventListener('input', typed, passive)
  for (const name of ['focusout', 'pointerdown']) page.addEventListener(name, left, passive)
  signal.addEventListener('abort', () => cancel?.())

  return { isTyping: () => cancel !== undefined }
}
