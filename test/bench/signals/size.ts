/** How large the bench is. */
export interface Size {
  /** Variations of each row of the table. */
  variations: { ward: number; openmrs: number }
  /** Rows of each table that are taken; all where left out. */
  rows?: number
  /** Episodes on one load of a page, at most. */
  perLoad: { ward: number; openmrs: number }
  /** No page is loaded after so long; what is left is left out. */
  minutes: number
  /** Browsers at once. */
  lanes: number
  /** Rounds of the cost, and how long each goes. */
  rounds: number
  roundMs: number
  /** Work before each, as loading is not sensing, and no page is only opened: first calls of anything are slow. */
  warmUpMs: number
}

export const FULL: Size = {
  variations: { ward: 2, openmrs: 1 },
  perLoad: { ward: 7, openmrs: 1 },
  minutes: 10,
  lanes: 8,
  rounds: 5,
  roundMs: 8_000,
  warmUpMs: 10_000,
}

/** About ten episodes, to see that the bench still works: its figures tell nothing. */
export const QUICK: Size = {
  variations: { ward: 1, openmrs: 0 },
  rows: 10,
  perLoad: { ward: 3, openmrs: 1 },
  minutes: 2,
  lanes: 4,
  rounds: 1,
  roundMs: 700,
  warmUpMs: 700,
}
