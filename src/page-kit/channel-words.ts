import type { ChannelStatus } from '../messaging/protocol.ts'
import { momentWords } from './moment.ts'
import type { Say } from './say.ts'
import type { Standing } from './standing.tsx'
import type { SharedKey } from './words.ts'

/** How the channel stands, in plain words. `now` is ms since 1970. */
export function channelWords(
  channel: ChannelStatus,
  say: Say<SharedKey>,
  now: number,
  locale: string,
): Standing {
  const { state, message, version, expiresAt, checkedAt } = channel
  if (state === 'none') return { tone: 'quiet', text: say('channelNone'), details: [] }
  const ends = expiresAt === undefined ? Number.NaN : Date.parse(expiresAt)
  const details: string[] = []
  if (message !== undefined && message !== '') details.push(message)
  if (version !== undefined) details.push(say('channelVersion', { version }))
  if (ends > now) details.push(say('channelExpires', { time: momentWords(ends, now, locale) }))
  if (checkedAt !== undefined)
    details.push(say('channelChecked', { time: momentWords(checkedAt, now, locale) }))
  if (ends <= now) return { tone: 'problem', text: say('channelExpired'), details }
  if (state === 'refused') return { tone: 'problem', text: say('channelRefused'), details }
  if (state === 'unreachable') return { tone: 'problem', text: say('channelUnreachable'), details }
  return { tone: 'good', text: say('channelOk'), details }
}
