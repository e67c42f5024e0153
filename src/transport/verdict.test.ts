import { describe, expect, it } from 'vitest'
import { backOffMs } from './back-off.ts'
import { logsUrl } from './collector-url.ts'
import { classify, RETRY_AFTER_MAX_MS, retryAfterMs } from './verdict.ts'

const now = Date.UTC(2026, 10, 24, 14)
const reply = (status: number, body: unknown = {}, retryAfter: string | null = null) =>
  classify({ status, body, retryAfter }, now)

describe('the answer to a batch', () => {
  it.each([
    [200, { kind: 'taken', rejected: 0 }],
    [413, { kind: 'split' }],
    [400, { kind: 'bisect' }],
  ])('%d', (status, verdict) => {
    expect(reply(status)).toEqual(verdict)
  })

  it.each([
    ['a string, as JSON has int64', { rejectedLogRecords: '3' }, 3],
    ['a number', { rejectedLogRecords: 2 }, 2],
    ['nothing', {}, 0],
    ['nonsense', { rejectedLogRecords: 'many' }, 0],
  ])('counts rejected records given as %s', (_form, partialSuccess, rejected) => {
    expect(reply(200, { partialSuccess })).toEqual({ kind: 'taken', rejected })
  })

  it('is not believed where it is no JSON: a sign-in page answers 200 too', () => {
    expect(classify({ status: 200, body: undefined, retryAfter: null }, now).kind).toBe('retry')
    expect(classify({ status: 204, body: undefined, retryAfter: null }, now).kind).toBe('retry')
  })

  it.each([408, 429, 500, 502, 503, 504])('%d is tried again later', (status) => {
    expect(reply(status).kind).toBe('retry')
  })

  it.each([401, 403])('%d pauses and says that the token is wrong', (status) => {
    expect(reply(status)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('token'),
    })
  })

  it.each([404, 405, 415])('%d pauses and says that the address is wrong', (status) => {
    expect(reply(status)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('address'),
    })
  })

  it('honours Retry-After in seconds and as a date, up to a day', () => {
    expect(reply(429, {}, '120')).toMatchObject({ kind: 'retry', afterMs: 120_000 })
    expect(retryAfterMs(new Date(now + 5000).toUTCString(), now)).toBe(5000)
    expect(retryAfterMs('99999999', now)).toBe(RETRY_AFTER_MAX_MS)
    expect(retryAfterMs('soon', now)).toBeUndefined()
  })
})

describe('waiting after failures', () => {
  it('doubles up to an hour, anywhere below the ceiling', () => {
    expect([1, 2, 3, 20].map((failures) => backOffMs(failures, () => 0.9999))).toEqual([
      14_999, 29_997, 59_994, 3_599_640,
    ])
    expect(backOffMs(5, () => 0)).toBe(0)
  })
})

describe('the collector’s address', () => {
  it.each([
    ['https://c.example.org', 'https://c.example.org/v1/logs'],
    ['https://c.example.org/', 'https://c.example.org/v1/logs'],
    ['https://c.example.org/handrail/', 'https://c.example.org/handrail/v1/logs'],
    ['https://c.example.org/v1/logs', 'https://c.example.org/v1/logs'],
    ['https://c.example.org/v1/logs/', 'https://c.example.org/v1/logs'],
  ])('%s → %s', (given, expected) => {
    expect(logsUrl(given)).toBe(expected)
  })
})
