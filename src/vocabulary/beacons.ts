/** Marks on one screen, at most: with more, nobody looks at any. */
export const BEACONS_MAX = 4
