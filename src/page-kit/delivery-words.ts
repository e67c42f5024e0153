import type { DeliveryStatus } from '../messaging/protocol.ts'
import type { Policy } from '../vocabulary/policy.ts'
import { momentWords } from './moment.ts'
import type { Say } from './say.ts'
import type { Standing } from './standing.tsx'
import type { SharedKey } from './words.ts'

interface Options {
  delivery: DeliveryStatus
  /** The settings in force: they say why sending is off. */
  policy: Policy
  say: Say<SharedKey>
  /** ms since 1970. */
  now: number
  locale: string
}

/** How the sending of records stands, in plain words. */
export function deliveryWords({ delivery, policy, say, now, locale }: Options): Standing {
  const { state, message, lastSentAt, nextAttemptAt, waiting } = delivery
  const details: string[] = []
  if (message !== undefined && message !== '') details.push(message)
  if (waiting > 0 && state !== 'waiting') details.push(say('deliveryWaiting', { count: waiting }))
  if (lastSentAt !== undefined)
    details.push(say('deliveryLast', { time: momentWords(lastSentAt, now, locale) }))
  if (nextAttemptAt !== undefined && nextAttemptAt > now)
    details.push(say('deliveryNext', { time: momentWords(nextAttemptAt, now, locale) }))
  if (state === 'refused') return { tone: 'problem', text: say('deliveryRefused'), details }
  if (state === 'unreachable') return { tone: 'problem', text: say('deliveryUnreachable'), details }
  if (state === 'off') return { tone: 'quiet', text: say(offKey(policy)), details }
  if (state === 'waiting')
    return { tone: 'quiet', text: say('deliveryWaiting', { count: waiting }), details }
  return lastSentAt === undefined
    ? { tone: 'quiet', text: say('deliveryNone'), details }
    : { tone: 'good', text: say('deliveryIdle'), details }
}

function offKey({ enabled, telemetry }: Policy): SharedKey {
  if (enabled === false) return 'deliveryDisabled'
  return telemetry === 'on' ? 'deliveryNoCollector' : 'deliveryOff'
}
