import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeBatch } from '../vocabulary/otlp.ts'
import type { Tally } from '../vocabulary/tally.ts'
import { type BatchQueue, deliver } from './deliver.ts'
import { createPoster } from './post-batch.ts'

const tallyOf = (n: number): Tally => ({
  uid: `6f1b2c3d-0a1b-4c2d-8e3f-${String(n).padStart(12, '0')}`,
  hour: 490_000,
  kind: 'visit',
  screen: 'vitals',
  count: 1,
  firstToday: true,
  firstThisWeek: true,
})

function createQueue(size: number) {
  const waiting = new Map(Array.from({ length: size }, (_, n) => [tallyOf(n).uid, tallyOf(n)]))
  const leased = new Set<string>()
  const quarantined: string[] = []
  let rejected = 0
  const queue: BatchQueue = {
    async take() {
      const free = [...waiting.values()].filter(({ uid }) => !leased.has(uid)).slice(0, 200)
      for (const { uid } of free) leased.add(uid)
      return free
    },
    async acknowledge(tallies, refused = 0) {
      for (const { uid } of tallies) waiting.delete(uid)
      rejected += refused
    },
    async release(tallies) {
      for (const { uid } of tallies) leased.delete(uid)
    },
    async quarantine({ uid }) {
      waiting.delete(uid)
      quarantined.push(uid)
    },
  }
  return { queue, waiting, leased, quarantined, rejected: () => rejected }
}

type Answerer = (tallies: Tally[], request: Request) => Response | Promise<Response>

function createCollector(answer: Answerer) {
  const requests: Request[] = []
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    requests.push(request)
    const raw = Buffer.from(await request.clone().arrayBuffer())
    const isPacked = request.headers.get('content-encoding') === 'gzip'
    const text = (isPacked ? gunzipSync(raw) : raw).toString()
    return answer(decodeBatch(JSON.parse(text))?.tallies ?? [], request)
  }
  return { requests, post: createPoster({ fetch, now: () => 1_764_000_000_000, version: '1.0.0' }) }
}

const collector = { url: 'https://c.example.org', token: 'secret-token' }
const never = new AbortController().signal
const limits = { requests: 24, signal: never }
const ok = () => Response.json({})

describe('sending what waits', () => {
  it('posts all of it and deletes what was taken', async () => {
    const { queue, waiting } = createQueue(250)
    const { post, requests } = createCollector(ok)
    expect(await deliver(queue, post, collector, limits)).toEqual({ kind: 'done', sent: 250 })
    expect([waiting.size, requests.length]).toEqual([0, 2])
  })

  it('takes nothing of the browser with it', async () => {
    const { post, requests } = createCollector(ok)
    await post([tallyOf(1)], collector, never)
    const [request] = requests
    expect(request).toMatchObject({
      url: 'https://c.example.org/v1/logs',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    })
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      'content-type': 'application/json',
      authorization: 'Bearer secret-token',
    })
  })

  it('splits a batch that is too large', async () => {
    const { queue, waiting } = createQueue(100)
    const { post } = createCollector((tallies) =>
      tallies.length > 30 ? new Response(null, { status: 413 }) : ok(),
    )
    expect(await deliver(queue, post, collector, limits)).toEqual({ kind: 'done', sent: 100 })
    expect(waiting.size).toBe(0)
  })

  it('finds the one bad record by halves and sets only that aside', async () => {
    const { queue, quarantined, waiting } = createQueue(64)
    const bad = tallyOf(37).uid
    const { post } = createCollector((tallies) =>
      tallies.some(({ uid }) => uid === bad) ? new Response(null, { status: 400 }) : ok(),
    )
    expect(await deliver(queue, post, collector, limits)).toEqual({ kind: 'done', sent: 63 })
    expect([quarantined, waiting.size]).toEqual([[bad], 0])
  })

  it('stops after some requests where every one is refused, and keeps the rest', async () => {
    const { queue, waiting, quarantined, leased } = createQueue(200)
    const { post, requests } = createCollector(() => new Response(null, { status: 400 }))
    expect((await deliver(queue, post, collector, limits)).kind).toBe('more')
    expect(requests).toHaveLength(limits.requests)
    expect(waiting.size + quarantined.length).toBe(200)
    expect([...waiting.keys()].filter((uid) => leased.has(uid))).toEqual([])
  })

  it('drains at the rate that the policy sets', async () => {
    const { queue, waiting } = createQueue(1000)
    const { post, requests } = createCollector(ok)
    const slow = { requests: 2, signal: never }
    expect(await deliver(queue, post, collector, slow)).toEqual({ kind: 'more', sent: 400 })
    expect([requests.length, waiting.size]).toEqual([2, 600])
  })

  it('is called off with the request under way, and sends no other', async () => {
    const { queue, leased } = createQueue(600)
    const stopped = new AbortController()
    const { post, requests } = createCollector(() => {
      stopped.abort()
      return ok()
    })
    const answer = await deliver(queue, post, collector, { requests: 24, signal: stopped.signal })
    expect([answer.kind, requests.length, leased.size]).toEqual(['stopped', 1, 0])
  })

  it('never sends a partial success again', async () => {
    const { queue, waiting, rejected } = createQueue(5)
    const { post, requests } = createCollector(() =>
      Response.json({ partialSuccess: { rejectedLogRecords: '2' } }),
    )
    await deliver(queue, post, collector, limits)
    expect([requests.length, waiting.size, rejected()]).toEqual([1, 0, 2])
  })

  it.each([
    ['a wrong token', () => new Response(null, { status: 401 }), 'refused'],
    ['a busy collector', () => new Response(null, { status: 503 }), 'retry'],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'retry'],
    ['a sign-in page', () => new Response('<html>', { status: 200 }), 'retry'],
  ])('keeps everything on %s', async (_what, answer, kind) => {
    const { queue, waiting, leased } = createQueue(5)
    const { post, requests } = createCollector(answer)
    expect(await deliver(queue, post, collector, limits)).toMatchObject({ kind, sent: 0 })
    expect([waiting.size, leased.size, requests.length]).toEqual([5, 0, 1])
  })
})
