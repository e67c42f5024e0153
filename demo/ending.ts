/** A second press of Ctrl-C after this time (ms) ends the demo at once, in whatever state it is. */
export const PATIENCE_MS = 1_000

interface Options {
  on: (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP', act: () => void) => unknown
  now: () => number
  exit: (code: number) => void
}

/**
 * Aborts at the first Ctrl-C (or kill, or closed terminal). The same press may arrive twice, from
 * the terminal and through npm; only a later one is a person who no longer waits.
 */
export function createEnding({ on, now, exit }: Options): AbortSignal {
  const ending = new AbortController()
  let endingSince = Number.POSITIVE_INFINITY
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    on(name, () => {
      if (now() - endingSince > PATIENCE_MS) exit(130)
      endingSince = Math.min(endingSince, now())
      ending.abort()
    })
  return ending.signal
}
