import { createSensing } from '../../../../src/content/sensing/sensing.ts'

declare global {
  /** Tells the bench; a binding of the browser’s. */
  var benchTell: ((message: string) => void) | undefined
}

/** An app draws its next screen within this time, in ms. */
const LOOK_AFTER_MS = 200
const SIGNALS = {
  alerts: [],
  notes: [],
  scans: [],
  times: [],
  lateEntry: false,
  required: [],
  charts: [],
  inbox: [],
}

/** Handrail’s sensing, as its content script runs it; each path is a screen. */
const sensing = createSensing({
  view: window,
  clock: {
    now: () => performance.now(),
    after(ms, fn) {
      const timer = setTimeout(fn, ms)
      return () => clearTimeout(timer)
    },
  },
  isOwn: () => false,
  optIn: ['thrashed_cursor'],
  wallClock: () => new Date(),
  guard: (fn) => fn,
  onSignal: ({ kind, at }) =>
    benchTell?.(JSON.stringify({ tool: 'Handrail', name: kind, at: performance.timeOrigin + at })),
  signal: new AbortController().signal,
})

const SEEN = {
  isDialog: false,
  pack: { app: { id: 'bench', name: 'Bench', sites: [] }, signals: SIGNALS, tasks: [] } as never,
  find: () => undefined,
  areMet: () => false,
  roots: [document],
}

function look() {
  sensing.looked({ ...SEEN, screen: location.pathname })
}
look()
// As in the extension, which looks where something has changed, and does not poll.
let isToLook = false
navigation.addEventListener('currententrychange', () => {
  if (isToLook) return
  isToLook = true
  setTimeout(() => {
    isToLook = false
    look()
  }, LOOK_AFTER_MS)
})
