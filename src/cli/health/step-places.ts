import { isCall } from '../../vocabulary/call.ts'
import type { Pack, Step, Walkthrough } from '../../vocabulary/pack.ts'

/** A step and the screens on which it is shown; none where the pack does not tell. */
export interface PlacedStep {
  step: Step
  screens: readonly string[]
}

/** The steps of a pack with their screens. A step without one stands where the step before it led. */
export function placeSteps({ walkthroughs }: Pack): PlacedStep[] {
  return walkthroughs.flatMap(placeWalkthrough)
}

function placeWalkthrough({ screens, steps }: Walkthrough): PlacedStep[] {
  let here: readonly string[] = screens
  return steps.flatMap((step) => {
    if (isCall(step)) {
      // Its steps are placed with its own walkthrough; where it ends, it does not tell.
      here = []
      return []
    }
    const own = step.screen === undefined ? here : [step.screen]
    here = after(step, own)
    return { step, screens: own }
  })
}

/** A press may lead anywhere: where it does, a step says so. */
function after({ advance }: Step, here: readonly string[]): readonly string[] {
  if (advance.on === 'screen') return [advance.screen]
  return advance.on === 'next' || advance.on === 'input' ? here : []
}
