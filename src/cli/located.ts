import type { PackPath } from '../vocabulary/pack-fault.ts'

/** A value read from a file, and where each part of it stands: `screens.yaml:12`. */
export interface Located {
  at: string
  value: unknown
  /** The parts of an object or list; none where the value is a scalar. */
  parts?: ReadonlyMap<string | number, Located>
}

/** An object of located parts. */
export function locatedMap(at: string, parts: ReadonlyMap<string, Located>): Located {
  const entries = Array.from(parts, ([key, { value }]) => [key, value])
  return { at, value: Object.fromEntries(entries), parts }
}

/** A list of located items. */
export function locatedList(at: string, items: readonly Located[]): Located {
  return { at, value: items.map(({ value }) => value), parts: new Map(items.entries()) }
}

/** Whether it holds items in order. */
export function isLocatedList({ value }: Located): boolean {
  return Array.isArray(value)
}

/** Whether it holds keys and values. */
export function isLocatedMap({ value, parts }: Located): boolean {
  return parts !== undefined && !Array.isArray(value)
}

/** Where a part stands: of a part that is missing, the nearest one that holds it. */
export function placeOf(root: Located, path: PackPath): string {
  let found = root
  for (const key of path) {
    const part = found.parts?.get(key)
    if (part === undefined) break
    found = part
  }
  return found.at
}
