import type { WorkaroundOutcome } from '../vocabulary/signal-outcomes.ts'
import type { CreateDetector } from './detector.ts'
import type { RequiredUsed } from './observation.ts'
import { createPlace } from './place.ts'

interface Order {
  screen: string | undefined
  done: Set<number>
  isTold: boolean
}

/**
 * `workaround_step`, of required orders: a step was done after a later one, or left out until the
 * last. One signal a round, which the last step or another screen ends.
 */
export const createRequiredOrder: CreateDetector = (emit) => {
  const place = createPlace()
  const orders = new Map<string, Order>()

  function faultOf(
    { place: at, last }: RequiredUsed,
    done: Set<number>,
  ): WorkaroundOutcome | undefined {
    const isLate = !done.has(at) && [...done].some((other) => other > at)
    if (isLate) return 'out-of-order'
    return at === last && done.size < last ? 'skipped' : undefined
  }

  function use(fact: RequiredUsed) {
    const { at, order, place: step, last, control, role } = fact
    const round = orders.get(order) ?? {
      ...{ screen: place.top(), done: new Set<number>(), isTold: false },
    }
    orders.set(order, round)
    const outcome = faultOf(fact, round.done)
    round.done.add(step)
    if (outcome !== undefined && !round.isTold) {
      round.isTold = true
      emit({ kind: 'workaround_step', at, control, role, outcome })
    }
    if (step === last) orders.delete(order)
  }

  return {
    screen(fact) {
      const left = place.leaves(fact)
      for (const [id, { screen = '' }] of orders) if (left.includes(screen)) orders.delete(id)
    },
    required: use,
  }
}
