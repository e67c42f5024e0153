import { describe, expect, it } from 'vitest'
import type { Note } from '../vocabulary/note.ts'
import { decodeBatch, encodeNote } from '../vocabulary/otlp.ts'
import { deliverNotes } from './deliver-notes.ts'
import type { Verdict } from './verdict.ts'

const note = (at: number): Note => ({
  uid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  day: 20_781,
  app: 'ehr',
  screen: 'vitals',
  outcome: 'slow',
  comment: `Word ${at}`,
})

async function send(verdicts: Verdict[], waiting = 2, requests = 9) {
  const queue = Array.from({ length: waiting }, (_, at) => note(at))
  const done: [string, string][] = []
  const posted: Note[] = []
  const mark = (what: string) => async (one: Note) => void done.push([what, one.uid.slice(-1)])
  const result = await deliverNotes(
    {
      take: async () => queue.shift(),
      acknowledge: mark('had'),
      release: mark('released'),
      drop: mark('dropped'),
    },
    async (one) => {
      posted.push(one)
      return verdicts.shift() ?? { kind: 'taken', rejected: 0 }
    },
    { url: 'https://c.example.org' },
    { requests, signal: new AbortController().signal },
  )
  return { result, done, posted }
}

describe('sending notes', () => {
  it('sends each by itself', async () => {
    const { result, done, posted } = await send([])
    expect(result).toEqual({ kind: 'done', sent: 2 })
    expect(done).toEqual([
      ['had', '0'],
      ['had', '1'],
    ])
    expect(posted).toHaveLength(2)
  })

  it('keeps what the collector can’t take now, and stops', async () => {
    const { result, done } = await send([{ kind: 'retry', message: 'busy' }])
    expect(result).toEqual({ kind: 'retry', message: 'busy', sent: 0 })
    expect(done).toEqual([['released', '0']])
  })

  it('drops one that it can’t take at all, and goes on', async () => {
    const { result, done } = await send([{ kind: 'bisect' }])
    expect(done).toEqual([
      ['dropped', '0'],
      ['had', '1'],
    ])
    expect(result.kind).toBe('done')
  })

  it('leaves the rest for the next time', async () => {
    const { result } = await send([], 5, 3)
    expect(result).toEqual({ kind: 'more', sent: 3 })
  })
})

describe('a note on the wire', () => {
  it('comes out as it went in, boxes and all', () => {
    const wireframe = [{ role: 'main' as const, x: 0, y: 0, width: 80, height: 6 }]
    const whole: Note = { ...note(1), severity: 'risk', often: 'daily', role: 'button', wireframe }
    expect(decodeBatch(encodeNote(whole, '1.0.0'))).toEqual({
      tallies: [],
      notes: [whole],
      faults: [],
    })
  })

  it('has no time but its day', () => {
    const text = JSON.stringify(encodeNote(note(1), '1.0.0'))
    const times = [...text.matchAll(/"(?:observed)?[tT]imeUnixNano":"(\d+)"/g)].map(([, at]) => at)
    expect(new Set(times)).toEqual(new Set([`${20_781 * 86_400_000}000000`]))
  })

  it.each([
    ['a cohort', 'friction.cohort', 'pilot'],
    ['a department', 'friction.department', 'icu'],
    ['a wireframe with words', 'friction.note.wireframe', '6,0,0,80,2;Jane'],
    ['a reason of its own', 'friction.outcome', 'jane'],
  ])('is refused with %s', (_what, key, stringValue) => {
    const body = encodeNote(note(1), '1.0.0')
    const record = body.resourceLogs[0]?.scopeLogs[0]?.logRecords[0] as {
      attributes: { key: string; value: unknown }[]
    }
    record.attributes = [
      ...record.attributes.filter((one) => one.key !== key),
      { key, value: { stringValue } },
    ]
    expect(decodeBatch(body)).toMatchObject({ notes: [], faults: [expect.any(String)] })
  })
})
