/** Wraps what a page can trigger: a fault switches Handrail off on the page and never reaches the app. */
export type Guard = <Args extends unknown[]>(
  act: (...args: Args) => void,
) => (...args: Args) => void

/** Browsers say this when the extension was updated or removed under an open page: a normal end. */
export function isContextGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /context invalidated|receiving end does not exist/i.test(error.message)
  )
}

/**
 * `guardOften` is for what a page may cause hundreds of times a second: it does not ask for the extension.
 * `onFault` is called for the first fault only. Nothing runs through the guard after it. That the extension has gone
 * is one, of which `expectExtension` throws: a page that stays open has a new version beside the old one then, which
 * nobody tells.
 */
export function createGuard(
  onFault: (error: unknown) => void,
  expectExtension: () => void = () => {},
): { guard: Guard; guardOften: Guard } {
  let isBroken = false
  const guardWith =
    (expected: () => void): Guard =>
    (act) =>
    (...args) => {
      if (isBroken) return
      try {
        expected()
        act(...args)
      } catch (error) {
        isBroken = true
        onFault(error)
      }
    }
  return { guard: guardWith(expectExtension), guardOften: guardWith(() => {}) }
}
