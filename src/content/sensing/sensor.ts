import { enclosing, isElement as isElementNode, tagOf } from '../../anchors/dom.ts'
import type { Observation } from '../../friction/observation.ts'
import type { Ears } from './ears.ts'
import type { Registry } from './registry.ts'
import type { Seen } from './seen.ts'

/** Wraps a function that the page can cause to run, so that a fault never reaches the page. */
export type Guard = <Args extends unknown[]>(fn: (...args: Args) => void) => (...args: Args) => void

export interface Clock {
  /** Milliseconds of the clock that `event.timeStamp` is read from: `performance.now()`. */
  now(): number
  /** Runs `fn` after `ms`; the answer calls it off. */
  after(ms: number, fn: () => void): () => void
}

/** What each sensor gets. */
export interface Sensor {
  view: Window & typeof globalThis
  clock: Clock
  guard: Guard
  registry: Registry
  ears: Ears
  /** Whether an element is part of Handrail itself. */
  isOwn(element: Element): boolean
  /** Whether a press is waiting to be judged: only then is the cost of a closer look paid. */
  isJudging(): boolean
  /** Whether such a press has not been answered yet. */
  isAwaitingLife(): boolean
  /** Whether a change at this time could be told from those that the person has caused. */
  isLearning(at: number): boolean
  /** When that may be so again, if the person does nothing more, in ms of the clock. */
  learnsAgainAt(): number
  report(observation: Observation): void
  /** What the last look has told; nothing before the first one. */
  seen(): Seen | undefined
  signal: AbortSignal
}

/** A window is a part of paths too, and an image named `nodeType` gives it one. */
export const isElement = (part: EventTarget | null | undefined): part is Element =>
  part != null && (part as Window).window !== part && isElementNode(part as Node)

/** The elements on the path of an event that is heard at the window, from the inside out, through open shadow roots. */
export function pathOf(event: Event): Element[] {
  const path = event.composedPath()
  const { currentTarget: view } = event
  const elements: Element[] = []
  // By index: it runs for each event. The window itself is no node.
  for (let index = 0; index < path.length; index++) {
    const part = path[index] as Node & EventTarget
    if (part !== view && isElementNode(part)) elements.push(part)
  }
  return elements
}

const WHOLE = new Set(['BODY', 'HTML'])

/** An element and what holds it, from the inside out, without `body` and `html`. */
export function holdersOf(element: Element): Element[] {
  const holders: Element[] = []
  for (let at: Element | null = element; at && !WHOLE.has(tagOf(at)); at = enclosing(at))
    holders.push(at)
  return holders
}

/** The same of an element that an event's path has: that is walked already. */
export function holdersOn(path: readonly Element[], element: Element): Element[] {
  const from = path.indexOf(element)
  if (from < 0) return holdersOf(element)
  const until = path.findIndex((at) => WHOLE.has(tagOf(at)))
  return path.slice(from, until < 0 ? undefined : until)
}

/** The first of these, where there is any. */
export function innermostOf(element: Element): Element[] {
  const { body, documentElement } = element.ownerDocument
  return element === body || element === documentElement ? [] : [element]
}
