/** How large the bench is. */
export interface Size {
  /** Elements of the page, at least. */
  elements: number
  screens: number
  /** Screens whose URL rule fits the page, so that evidence has to tell. */
  screensHere: number
  /** Targets that are on the page, and targets of other screens. */
  present: number
  absent: number
  /** Looks that are timed after a change of the page. */
  looks: number
  stormMs: number
}

export const FULL: Size = {
  elements: 10_000,
  screens: 1_000,
  screensHere: 40,
  present: 400,
  absent: 100,
  looks: 300,
  stormMs: 20_000,
}

/** A few seconds, to see that the bench still works: its figures tell nothing. */
export const QUICK: Size = {
  elements: 800,
  screens: 60,
  screensHere: 8,
  present: 12,
  absent: 4,
  looks: 10,
  stormMs: 500,
}
