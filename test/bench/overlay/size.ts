/** How large the bench is. */
export interface OverlaySize {
  /** Elements of the page, at least. */
  elements: number
  /** Times that the target comes up. */
  appearances: number
  /** How long the page is scrolled. */
  scrollMs: number
}

export const FULL: OverlaySize = { elements: 3_000, appearances: 120, scrollMs: 8_000 }

/** A few seconds, to see that the bench still works: its figures tell nothing. */
export const QUICK: OverlaySize = { elements: 500, appearances: 3, scrollMs: 1_000 }
