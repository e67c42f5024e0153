/** What looks like data of a patient, and why. */
export const FIND_KINDS = [
  'email',
  'link',
  'date',
  'phone',
  'id',
  'number',
  'name',
  'on-page',
] as const
export type FindKind = (typeof FIND_KINDS)[number]

/** A part of a comment, by places in the text as it was written; the end is behind it. */
export interface Find {
  kind: FindKind
  start: number
  end: number
}

/**
 * Finds in order, none within or across another: what overlaps is joined, and told as what comes first in
 * the list of kinds.
 */
export function joinFinds(finds: readonly Find[]): Find[] {
  const rank = (kind: FindKind) => FIND_KINDS.indexOf(kind)
  const joined: Find[] = []
  for (const find of finds.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last === undefined || find.start >= last.end) joined.push({ ...find })
    else {
      last.end = Math.max(last.end, find.end)
      if (rank(find.kind) < rank(last.kind)) last.kind = find.kind
    }
  }
  return joined
}
