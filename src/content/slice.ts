/** No task of ours takes longer than twice this, in ms: what is more is done in the next. */
export const SLICE_MS = 4

/** Says when the slice of work that begins now is over. */
export function createSlice(now: () => number): () => boolean {
  const until = now() + SLICE_MS
  return () => now() >= until
}
