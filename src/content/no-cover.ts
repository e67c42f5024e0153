import type { PackSight } from './lookout.ts'

/** What nothing of ours may lie on, where it is found; what is not found is covered by nothing. */
export function noCoverOf(here: PackSight | undefined): Element[] {
  return (here?.screen?.noCover ?? []).flatMap((id) => {
    const finding = here?.find(id)
    return finding?.state === 'found' ? [finding.element] : []
  })
}
