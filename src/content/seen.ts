import type { Root } from '../anchors/dom.ts'
import { areMet } from '../walkthroughs/facts.ts'
import type { PackSight } from './lookout.ts'
import type { Seen } from './sensing/seen.ts'

/** What a look tells the sensing: the page as one pack sees it. */
export function seenOf({ pack, screen, find, facts }: PackSight, roots: readonly Root[]): Seen {
  return {
    screen: screen?.id,
    isDialog: screen?.dialog === true,
    pack,
    find(target) {
      const finding = find(target)
      return finding.state === 'found' ? finding.element : undefined
    },
    areMet: (conditions) => areMet(conditions, facts),
    roots,
  }
}
