import { openRoots, type Root } from '../../../../src/anchors/dom.ts'
import { createSensing } from '../../../../src/content/sensing/sensing.ts'

declare global {
  /** Tells the bench; a binding of the browser’s. */
  var benchTell: ((message: string) => void) | undefined
  /** How often the page is looked at: the extension’s page watch does so as it changes. */
  var benchLooksEveryMs: number
}

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
}

/** A look knows of the shadow roots without a search. */
let roots: Root[] = [document]
addEventListener('load', () => {
  roots = openRoots(document)
})

function look() {
  sensing.looked({ ...SEEN, roots, screen: location.pathname })
}
look()
// The frame in the page rests, and what rests is not looked at.
if (window === top) setInterval(look, benchLooksEveryMs)
