import { type Guard, pathOf } from './sensor.ts'

type EventMap = WindowEventMap & DocumentEventMap

interface Options {
  view: Window
  guard: Guard
  isOwn(element: Element): boolean
  signal: AbortSignal
}

/**
 * Listens at the window, in the capture phase: before the app, and where an app that stops
 * propagation can't hide an event. Only what a person caused counts. One listener a name, however many hear it.
 */
export function createEars({ view, guard, isOwn, signal }: Options) {
  type Hear = (event: never, path: Element[]) => void
  const byName = new Map<string, { onPath: Hear[]; bare: Hear[] }>()

  function hearersOf(name: string) {
    let hearers = byName.get(name)
    if (hearers === undefined) {
      hearers = { onPath: [], bare: [] }
      byName.set(name, hearers)
      view.addEventListener(name, guard(hear), { capture: true, passive: true, signal })
    }
    return hearers
  }

  function hear(event: Event) {
    const hearers = byName.get(event.type)
    if (hearers === undefined || !event.isTrusted) return
    for (const heard of hearers.bare) heard(event as never, [])
    if (hearers.onPath.length === 0) return
    const path = pathOf(event)
    if (!path.some(isOwn)) for (const heard of hearers.onPath) heard(event as never, path)
  }

  return {
    /** Nothing on Handrail itself is told. `path`: from the inside out. */
    listen<Name extends keyof EventMap>(
      names: readonly Name[],
      heard: (event: EventMap[Name], path: Element[]) => void,
    ) {
      for (const name of names) hearersOf(name).onPath.push(heard)
    },
    /** The same for what comes often and where it does not matter on what. */
    notice<Name extends keyof EventMap>(
      names: readonly Name[],
      heard: (event: EventMap[Name]) => void,
    ) {
      for (const name of names) hearersOf(name).bare.push(heard)
    },
    /**
     * The same for what comes oftenest, by a listener of its own: from `listen` until `rest`, and from then until
     * the next `listen` it costs nothing.
     */
    atTimes<Name extends keyof EventMap>(
      names: readonly Name[],
      heard: (event: EventMap[Name]) => void,
    ) {
      const options = { capture: true, passive: true, signal }
      let isListening = false
      const hearTrusted = guard((event: Event) => {
        if (event.isTrusted) heard(event as EventMap[Name])
      })
      return {
        listen() {
          if (isListening) return
          isListening = true
          for (const name of names) view.addEventListener(name, hearTrusted, options)
        },
        rest() {
          if (!isListening) return
          isListening = false
          for (const name of names) view.removeEventListener(name, hearTrusted, options)
        },
      }
    },
  }
}

export type Ears = ReturnType<typeof createEars>
