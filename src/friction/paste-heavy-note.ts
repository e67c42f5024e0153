import type { CreateDetector } from './detector.ts'

/** `paste_heavy_note`: something was pasted into a note. How often is what its tally counts. */
export const createPasteHeavyNote: CreateDetector = (emit) => ({
  field({ act, at, field, traits }) {
    if (act === 'pasted' && traits.isNote)
      emit({ kind: 'paste_heavy_note', at, control: field, role: traits.role })
  },
})
