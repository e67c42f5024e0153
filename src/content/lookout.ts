import { isMatch, openRoots, type Root } from '../anchors/dom.ts'
import { type Finding, findAnchor, isPresent } from '../anchors/find.ts'
import { createLook, type Look } from '../anchors/look.ts'
import type { Memory } from '../anchors/memory.ts'
import { createScreenRules } from '../screens/rules.ts'
import type { Pack, Screen } from '../vocabulary/pack.ts'
import type { Facts } from '../walkthroughs/facts.ts'
import { createModals, type Modals } from './modals.ts'

/** The page as one pack sees it: ids of screens and targets are its own, whatever another pack's are. */
export interface PackSight {
  pack: Pack
  screen: Screen | undefined
  find(target: string): Finding
  facts: Facts
}

/** What one look at the page tells. Screens and targets are decided when asked for, once a look. */
export interface Sight {
  /** As the first pack sees it that knows the screen. */
  here: PackSight | undefined
  /** As this pack sees it, on whatever screen. */
  of(pack: string): PackSight | undefined
  roots: readonly Root[]
  /** The alerts and modal dialogs of the page, drawn or not. */
  modals: () => readonly Element[]
}

function isEnabled(element: Element): boolean {
  return !isMatch(element, ':disabled, [aria-disabled="true"]')
}

function createPackLookout(pack: Pack, isFrame: boolean) {
  const decide = createScreenRules(pack.screens.filter(({ frame }) => frame === isFrame))
  const targets = new Map(pack.targets.map((target) => [target.id, target]))

  return (url: URL, page: PageLooks): PackSight => {
    const findings = new Map<string, Finding>()
    let decided: { screen: Screen | undefined } | undefined

    function screenNow(): Screen | undefined {
      decided ??= { screen: decide(url, (evidence) => isPresent(page.quick(), evidence)) }
      return decided.screen
    }

    function find(id: string): Finding {
      const known = findings.get(id)
      if (known !== undefined) return known
      const target = targets.get(id)
      const finding: Finding = target
        ? findAnchor(page.whole(), target.anchor)
        : { state: 'missing' }
      findings.set(id, finding)
      return finding
    }

    return {
      pack,
      get screen() {
        return screenNow()
      },
      find,
      facts: {
        get screen() {
          return screenNow()?.id
        },
        presence: (id) => find(id).state,
        isEnabled: (id) => {
          const finding = find(id)
          return finding.state === 'found' && isEnabled(finding.element)
        },
      },
    }
  }
}

/**
 * One moment of the page. `whole` sees shadow roots that old elements have got since, too: what is pointed
 * at must have no look-alike there. A screen comes to see those a little later.
 */
interface PageLooks {
  quick(): Look
  whole(): Look
}

function createPageLooks(
  document: Document,
  own: Element | undefined,
  memory: Memory | undefined,
  isGlance: boolean,
) {
  const seen = (roots: readonly Root[]) => createLook(roots, own, memory)
  const quick = seen(memory?.rootsOf(document, own) ?? openRoots(document))
  let whole: Look | undefined

  function wholeNow(): Look {
    if (isGlance) return quick
    if (whole !== undefined) return whole
    const roots = memory?.allRootsOf(document, own) ?? quick.roots
    const isAll = roots.length === quick.roots.length
    whole = isAll ? quick : seen(roots)
    return whole
  }
  return { quick: () => quick, whole: wholeNow, roots: () => (whole ?? quick).roots }
}

/**
 * Prepares the packs of a site; each call of the result is one look at the page as it stands.
 * `isFrame`: the document is one within a page, and has the screens that the packs say are a frame's.
 * `memory`, `modals`: what looks have read before, where changes are told to them; else each look reads all anew.
 */
export function createLookout(
  document: Document,
  packs: readonly Pack[],
  own: () => Element | undefined,
  isFrame = false,
  memory?: Memory,
  modals?: Modals,
) {
  const prepared = packs.map((pack) => createPackLookout(pack, isFrame))

  /** `isGlance`: at what was whole at the last look, at less cost. */
  return function look(url: URL, isGlance = false): Sight {
    const page = createPageLooks(document, own(), memory, isGlance)
    const sights = prepared.map((lookAs) => lookAs(url, page))
    return {
      here: sights.find(({ screen }) => screen !== undefined),
      of: (pack) => sights.find((sight) => sight.pack.id === pack),
      get roots() {
        return page.roots()
      },
      modals: () => (modals ?? createModals()).in(page.roots()),
    }
  }
}
