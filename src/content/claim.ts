import type { TabRun } from '../messaging/protocol.ts'
import type { Pack, Step } from '../vocabulary/pack.ts'
import { type DueStep, isOfFrame } from './due-step.ts'
import type { Sight } from './lookout.ts'
import { isAlertingOverFrames } from './silence.ts'
import type { StepPart } from './step-view.ts'

/**
 * Which steps are for this page or frame to show and to judge. A frame lays claim to a step by showing
 * its screen; with two that do, it is for none.
 */
export function createClaim(isFrame: boolean) {
  /** How many frames of the tab show the present step's screen, as the worker has said last. */
  let holders = 0
  let isWordless = false
  let isHolding = false

  function isOwn(pack: Pack, step: Step, sight: Sight | undefined): boolean {
    if (!isOfFrame(pack, step)) return !isFrame
    return isFrame && isHolding && holders === 1 && sight?.of(pack.id)?.screen?.id === step.screen
  }

  return {
    isOwn,
    /** Takes in what the worker has counted. */
    count(tab: TabRun): void {
      holders = tab.holders
      isWordless = tab.isCramped ?? tab.isAside ?? false
    },
    /** Lays or gives up this frame's claim, as the page and the step now stand. */
    watch(at: DueStep | undefined): void {
      const holds =
        isFrame && at?.seen?.screen !== undefined && at.seen.screen.id === at.step.screen
      if (holds === isHolding) return
      isHolding = holds
      // Not known before the worker has counted this one too.
      if (holds) holders = 0
    },
    /** What of the step is for this page or frame to show; undefined where another frame shows it. */
    partOf(at: DueStep, sight: Sight | undefined, isCramped: boolean): StepPart | undefined {
      const isOfOther = isOfFrame(at.pack, at.step) && holders === 1
      if (!isFrame && isOfOther) return isWordless ? 'words' : undefined
      if (isFrame && !isOwn(at.pack, at.step, sight)) return undefined
      return isCramped ? 'ring' : 'all'
    },
    /**
     * Whether this frame lays claim to the present step: it shows its screen, or, of a page with a
     * frame that does, an alert or a pause. With two claims nothing is pointed at.
     */
    isHolding(at: DueStep | undefined, sight: Sight | undefined, isPaused: boolean): boolean {
      if (isFrame) return isHolding
      if (at === undefined || !isOfFrame(at.pack, at.step)) return false
      return isPaused || isAlertingOverFrames(sight?.modals() ?? [])
    },
  }
}

export type Claim = ReturnType<typeof createClaim>
