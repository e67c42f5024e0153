import type { Mark } from './mark.ts'

/** Under which a mark is kept: `openmrs/hints/add-allergy`, `openmrs/checklists/first-week/vitals`. */
export function markKey({ pack, list, id, item }: Omit<Mark, 'value'>): string {
  const key = `${pack}/${list}/${id}`
  return item === undefined ? key : `${key}/${item}`
}
