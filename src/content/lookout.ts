import { openRoots } from '../anchors/dom.ts'
import { type Finding, findAnchor, isPresent } from '../anchors/find.ts'
import { createLook } from '../anchors/look.ts'
import { createScreenRules } from '../screens/rules.ts'
import type { Pack, Screen, Target } from '../vocabulary/pack.ts'
import type { Facts } from '../walkthroughs/facts.ts'

/** What one look at the page tells. Targets are looked for when asked for, once a look. */
export interface Sight {
  pack: Pack | undefined
  screen: Screen | undefined
  find(target: string): Finding
  facts: Facts
}

function isEnabled(element: Element): boolean {
  return !element.matches(':disabled, [aria-disabled="true"]')
}

/** Prepares the packs of a site; each call of the result is one look at the page as it stands. */
export function createLookout(
  document: Document,
  packs: readonly Pack[],
  own: () => Element | undefined,
) {
  const prepared = packs.map((pack) => ({
    pack,
    decide: createScreenRules(pack.screens),
    targets: new Map(pack.targets.map((target): [string, Target] => [target.id, target])),
  }))

  return function look(url: URL): Sight {
    const page = createLook(openRoots(document), own())
    let found: (typeof prepared)[number] | undefined
    let screen: Screen | undefined
    for (const candidate of prepared) {
      screen = candidate.decide(url, (evidence) => isPresent(page, evidence))
      if (screen === undefined) continue
      found = candidate
      break
    }
    const findings = new Map<string, Finding>()
    // On an unknown screen, targets are still told apart for a walkthrough that waits there.
    const targets = (found ?? prepared[0])?.targets

    function find(id: string): Finding {
      const known = findings.get(id)
      if (known !== undefined) return known
      const target = targets?.get(id)
      const finding: Finding = target ? findAnchor(page, target.anchor) : { state: 'missing' }
      findings.set(id, finding)
      return finding
    }

    return {
      pack: found?.pack,
      screen,
      find,
      facts: {
        screen: screen?.id,
        presence: (id) => find(id).state,
        isEnabled: (id) => {
          const finding = find(id)
          return finding.state === 'found' && isEnabled(finding.element)
        },
      },
    }
  }
}
