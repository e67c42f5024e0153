import type { CreateDetector } from './detector.ts'

/** `paste_heavy_note`: something was pasted into a note. How often is what its tally counts. */
export const createPasteHeavyNote: CreateDetector = (emit) => (fact) => {
  if (fact.type !== 'field' || fact.act !== 'pasted' || !fact.traits.isNote) return
  const { at, field, traits } = fact
  emit({ kind: 'paste_heavy_note', at, control: field, role: traits.role })
}
