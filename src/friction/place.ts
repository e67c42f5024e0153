import type { ScreenShown } from './observation.ts'

/**
 * Follows which screen a person is on. A dialog opens over its screen, which is not left meanwhile;
 * a moment that no rule knows is none. Tells of each screen that shows whether it ends the visit of another.
 */
export function createPlace() {
  let top: string | undefined
  let under: string | undefined

  return {
    top: () => top,
    /** The screens that are left for this one; none while somebody stays. */
    leaves(fact: ScreenShown): string[] {
      if (fact.id === undefined || fact.id === top) return []
      const before = [top, under]
      if (fact.isDialog) {
        // The screen below stays; a dialog on top of it that this one takes the place of does not.
        const left = top !== undefined && top !== under ? [top] : []
        top = fact.id
        return left
      }
      const isBack = fact.id === under
      top = under = fact.id
      const left = before.filter((id): id is string => id !== undefined && id !== top)
      return isBack ? left : [...new Set(left)]
    },
  }
}
