/** How often it is looked whether the extension is still there, in ms: one read of a property. */
export const ALIVE_CHECK_MS = 2_000

interface Options {
  /** Whether the extension is still there, in this version. */
  isAlive: () => boolean
  /** Acts again and again; the result ends that. */
  every: (ms: number, act: () => void) => () => void
  onGone: () => void
}

/**
 * After an update of the extension a page that stays open has the new version beside the old one, which nobody
 * tells: the two can't reach each other, and the old one's ports just fall silent.
 */
export function createAliveWatch({ isAlive, every, onGone }: Options): void {
  const stop = every(ALIVE_CHECK_MS, () => {
    if (isAlive()) return
    stop()
    onGone()
  })
}
