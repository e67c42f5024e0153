import { deadClick } from './dead-click.ts'
import type { CreateDetector } from './detector.ts'
import { disabledClick } from './disabled-click.ts'
import type { Episode } from './episodes.ts'
import { errorClick, FAILURE_LATEST_MS } from './error-click.ts'
import { latestCause } from './liveness.ts'
import type { Press } from './observation.ts'
import type { PressRule } from './press-rule.ts'
import { rageClick } from './rage-click.ts'
import { slowClick } from './slow-click.ts'

/** In this order: an episode is told once, and by what says most of it. */
const RULES: readonly PressRule[] = [rageClick, errorClick, disabledClick, slowClick, deadClick]
/** Episodes that a failure may still be told of; more than this at once are not kept. */
const QUIET_MAX = 20
/** Presses that a request may be of: the last one before it. */
const PRESSED_MAX = 50

/** Which signal an episode of presses is; nothing where it is none. */
export function judgePresses(episode: Episode) {
  for (const rule of RULES) {
    const kind = rule(episode)
    if (kind !== undefined) return kind
  }
  return undefined
}

/** The signals of presses: one an episode. A request may fail after its episode was judged. */
export const createPressSignals: CreateDetector = (emit) => {
  let quiet: Episode[] = []
  let pressed: Pick<Press, 'at' | 'control'>[] = []

  function tell(
    kind: ReturnType<typeof judgePresses>,
    { control, presses, screen, traits }: Episode,
  ) {
    const [first] = presses
    if (kind && first) emit({ kind, at: first.at, screen, control, role: traits.role })
  }

  return {
    episode(fact) {
      const kind = judgePresses(fact)
      if (kind !== undefined) tell(kind, fact)
      else if (fact.traits.isInteractive && !fact.isVoid) quiet = [...quiet, fact].slice(-QUIET_MAX)
    },
    'request-failed'(fact) {
      const cause = latestCause(pressed, fact.at)
      const failed = quiet.findLast(
        ({ control, presses }) =>
          control === cause?.control && presses.some(({ at }) => at === cause.at),
      )
      if (failed === undefined) return
      quiet = quiet.filter((episode) => episode !== failed)
      tell('error_click', failed)
    },
    press(fact) {
      const isFresh = ({ at }: { at: number }) => fact.at - at <= FAILURE_LATEST_MS
      quiet = quiet.filter(({ presses }) => presses.some(isFresh))
      pressed = [...pressed.filter(isFresh), fact].slice(-PRESSED_MAX)
    },
  }
}
