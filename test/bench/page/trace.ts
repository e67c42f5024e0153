/** An event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** What the thread itself has run in that time. */
  tdur?: number
  args: { data?: { url?: string; functionName?: string } }
}

interface Slice {
  from: number
  until: number
  ran: number
}

/**
 * What scripts of one origin cost the main thread, in milliseconds that the thread has run: on a
 * shared machine it also waits for a processor, which is nobody's cost.
 */
export interface Cost {
  /** How long the trace was. */
  span: number
  /** All tasks of the page's main thread. */
  busy: number
  /** In calls of those scripts, with all that the browser did within them. */
  total: number
  calls: number
  /** The longest of the page's tasks, counting what the scripts took of it. */
  longestTask: number
  /** The same by the clock, with all waiting. */
  longestByClock: number
}

export interface CallTimes {
  /** Milliseconds that the thread has run. */
  ran: number[]
  /** The same by the clock. */
  clock: number[]
}

export const TRACE_CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
]
const CALLS = new Set(['FunctionCall', 'EvaluateScript', 'v8.run'])

const sliceOf = ({ ts, dur = 0, tdur = dur }: TraceEvent): Slice => ({
  from: ts,
  until: ts + dur,
  ran: tdur,
})
const lengthOf = ({ ran }: Slice) => ran / 1000

/** Those that lie in no other one. */
function outermost(slices: readonly Slice[]): Slice[] {
  const found: Slice[] = []
  for (const slice of slices.toSorted((a, b) => a.from - b.from || b.until - a.until))
    if (slice.until > (found.at(-1)?.until ?? 0)) found.push(slice)
  return found
}

/** The thread with the most calls of scripts is the page's: workers and other tabs have next to none. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = Map.groupBy(events, ({ pid, tid }) => `${pid} ${tid}`)
  const count = (thread: readonly TraceEvent[]) =>
    thread.filter(({ name }) => name === 'FunctionCall').length
  const [busiest = []] = [...threads.values()].sort((a, b) => count(b) - count(a))
  return busiest
}

function eventsOf(trace: Uint8Array): TraceEvent[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[]
  }
  return mainThread(traceEvents.filter(({ ph }) => ph === 'X'))
}

/** The times of each call of a function of this name. */
export function callsOf(trace: Uint8Array, names: readonly string[]): Map<string, CallTimes> {
  const times = new Map<string, CallTimes>(names.map((name) => [name, { ran: [], clock: [] }]))
  for (const { name, args, dur = 0, tdur = dur } of eventsOf(trace)) {
    const found = name === 'FunctionCall' && times.get(args.data?.functionName ?? '')
    if (!found) continue
    found.ran.push(tdur / 1000)
    found.clock.push(dur / 1000)
  }
  return times
}

/** Adds up what the scripts whose address begins so took of the page's main thread. */
export function costOf(trace: Uint8Array, url: string): Cost {
  const events = eventsOf(trace)
  const tasks = outermost(
    events
      .filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
      .map(sliceOf),
  )
  const ours = outermost(
    events
      .filter(({ name, args }) => CALLS.has(name) && args.data?.url?.startsWith(url))
      .map(sliceOf),
  )
  const inTasks = new Map<Slice, { ran: number; clock: number }>()
  let at = 0
  for (const call of ours) {
    while (at < tasks.length - 1 && (tasks[at]?.until ?? 0) < call.from) at++
    const task = tasks[at] ?? call
    const { ran, clock } = inTasks.get(task) ?? { ran: 0, clock: 0 }
    inTasks.set(task, { ran: ran + lengthOf(call), clock: clock + (call.until - call.from) / 1000 })
  }
  const sum = (slices: readonly Slice[]) => slices.reduce((all, slice) => all + lengthOf(slice), 0)
  const last = Math.max(...events.map(({ ts }) => ts))
  const first = Math.min(...events.map(({ ts }) => ts))
  return {
    span: (last - first) / 1000,
    busy: sum(tasks),
    total: sum(ours),
    calls: ours.length,
    longestTask: Math.max(0, ...[...inTasks.values()].map(({ ran }) => ran)),
    longestByClock: Math.max(0, ...[...inTasks.values()].map(({ clock }) => clock)),
  }
}
