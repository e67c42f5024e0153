import { describe, expect, it } from 'vitest'
import type { ChannelStatus, DeliveryStatus } from '../messaging/protocol.ts'
import type { Policy } from '../vocabulary/policy.ts'
import { channelWords } from './channel-words.ts'
import { deliveryWords } from './delivery-words.ts'
import { createSay } from './say.ts'
import { FAKE_NOW } from './testing/fake-worker.ts'
import { sharedWords } from './words.ts'

const say = createSay({ en: sharedWords }, 'en')

describe('the delivery of records', () => {
  const words = (delivery: DeliveryStatus, policy: Policy = { telemetry: 'on' }) =>
    deliveryWords({ delivery, policy, say, now: FAKE_NOW, locale: 'en-GB' })

  it('says why nothing is sent', () => {
    const off: DeliveryStatus = { state: 'off', waiting: 0 }
    expect(words(off, { enabled: false, telemetry: 'on' }).text).toContain('switched off')
    expect(words(off, { telemetry: 'off' }).text).toContain('signals are off')
    expect(words(off, { telemetry: 'on' }).text).toContain('no collector')
  })

  it('does not claim that everything is sent before anything was', () => {
    expect(words({ state: 'idle', waiting: 0 }).text).toBe('Nothing to send yet.')
    const after = words({ state: 'idle', waiting: 0, lastSentAt: FAKE_NOW - 60_000 })
    expect(after).toEqual({
      tone: 'good',
      text: 'Everything is sent.',
      details: ['Last sent: 14:04.'],
    })
  })

  it('tells a problem with its reason, what waits and when it goes on', () => {
    const standing = words({
      state: 'unreachable',
      message: 'No answer.',
      waiting: 2,
      nextAttemptAt: FAKE_NOW + 60_000,
    })
    expect(standing.tone).toBe('problem')
    expect(standing.details).toEqual([
      'No answer.',
      '2 records wait to be sent.',
      'Next attempt: 14:06.',
    ])
  })
})

describe('the channel', () => {
  const words = (channel: ChannelStatus) => channelWords(channel, say, FAKE_NOW, 'en-GB')
  const DAY = 86_400_000

  it('is a problem once its file has expired, even where the last fetch went well', () => {
    const expiresAt = new Date(FAKE_NOW - DAY).toISOString()
    expect(words({ state: 'ok', version: 3, expiresAt })).toMatchObject({
      tone: 'problem',
      text: sharedWords.channelExpired,
    })
    const later = new Date(FAKE_NOW + DAY).toISOString()
    expect(words({ state: 'ok', version: 3, expiresAt: later }).tone).toBe('good')
  })

  it('says that what was good stays in use when a newer file is refused', () => {
    const standing = words({ state: 'refused', message: 'Not signed.' })
    expect(standing.text).toContain('stays in use')
    expect(standing.details).toContain('Not signed.')
  })
})
