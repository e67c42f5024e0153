import type { Pack } from './pack.ts'
import type { PackPath } from './pack-fault.ts'
import type { Reference } from './pack-references.ts'

/** What the pack's signals name: targets, and screens. */
export function signalReferences({ signals }: Pack): Reference[] {
  const all = (kind: Reference['kind'], ids: readonly string[], path: PackPath) =>
    ids.map((id, at): Reference => ({ path: [...path, at], kind, id }))
  const named = (['alerts', 'notes', 'scans', 'times'] as const).flatMap((list) =>
    all('target', signals[list], ['signals', list]),
  )
  const grouped = (['charts', 'inbox'] as const).flatMap((list) =>
    all('screen', signals[list], ['signals', list]),
  )
  const required = signals.required.flatMap(({ screen, targets }, at): Reference[] => [
    { path: ['signals', 'required', at, 'screen'], kind: 'screen', id: screen },
    ...all('target', targets, ['signals', 'required', at, 'targets']),
  ])
  return [...named, ...grouped, ...required]
}
