/** Parts of the content script that are put into a frame when they are first needed there. */
export const PARTS = ['guidance', 'sensing', 'search', 'reporting'] as const

export type Part = (typeof PARTS)[number]
