/** What came of many families. */
export interface DomProof {
  families: number
  runs: number
  pairs: number
  acts: number
  bytes: number
  /** Events sent, by kind, for one patient of each family. */
  kinds: Record<string, number>
  screens: Record<string, number>
  /** Pairs that differ, each with its seed. */
  differences: string[]
  /** Faults that switched Handrail off, each with its seed. */
  faults: string[]
}

export function emptyProof(): DomProof {
  const counts = { families: 0, runs: 0, pairs: 0, acts: 0, bytes: 0 }
  return { ...counts, kinds: {}, screens: {}, differences: [], faults: [] }
}
