import type { TabRun } from '../messaging/protocol.ts'
import type { Ground, Guidance } from './ground.ts'
import { createLatePart } from './late-part.ts'
import type { Sight } from './lookout.ts'
import type { SidePort } from './side.ts'

/**
 * Guidance where there may be something to show: on a known screen, or while a walkthrough is under way in
 * the tab.
 */
export function createGuidanceHost(ground: Ground) {
  const { load, fail, guard, setup, signal } = ground
  let guidance: Guidance | undefined
  let tab: TabRun | undefined
  let isHelpAsked = false
  let areFlagsAsked = false
  const sides: SidePort[] = []

  const need = createLatePart({
    name: 'guidance',
    load,
    open: guard((create) => {
      guidance = create(ground)
      if (tab) guidance.take(tab)
      ground.lookNow()
      if (isHelpAsked) guidance.toggleHelp()
      if (areFlagsAsked) guidance.toggleFlags()
      for (const port of sides.splice(0)) guidance.side(port)
    }),
    fail,
    signal,
  })

  return {
    now: () => guidance,
    look(sight: Sight): void {
      const run = tab ? tab.run : setup.run
      if (guidance) guidance.look(sight)
      else if (sight.here || run) need()
    },
    toggleHelp(): void {
      if (guidance) {
        guidance.toggleHelp()
        return
      }
      isHelpAsked = !isHelpAsked
      need()
    },
    toggleFlags(): void {
      if (guidance) {
        guidance.toggleFlags()
        return
      }
      areFlagsAsked = !areFlagsAsked
      need()
    },
    side(port: SidePort): void {
      if (guidance) {
        guidance.side(port)
        return
      }
      sides.push(port)
      need()
    },
    take(next: TabRun): void {
      tab = next
      if (guidance) guidance.take(next)
      else if (next.run) need()
    },
  }
}
