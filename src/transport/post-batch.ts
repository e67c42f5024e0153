import type { Note } from '../vocabulary/note.ts'
import { encodeBatch, encodeNote } from '../vocabulary/otlp.ts'
import { hourOf, type Tally } from '../vocabulary/tally.ts'
import { createBody } from './body.ts'
import { logsUrl } from './collector-url.ts'
import { classify, type Verdict } from './verdict.ts'

/** A request takes at most this long: Chrome ends a worker whose fetch takes over 30 s. */
export const REQUEST_TIMEOUT_MS = 20_000

interface Options {
  fetch: typeof globalThis.fetch
  /** ms since 1970. */
  now: () => number
  /** The extension's version. */
  version: string
}

/** Where to send, and with what right. */
export interface Collector {
  url: string
  token?: string
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/**
 * Posts one export request. Never rejects: no connection, a redirect and a time-out are verdicts too.
 * Nothing of the browser goes with it: no cookies, no referrer, nothing kept in the cache.
 */
function createPost({ fetch, now }: Pick<Options, 'fetch' | 'now'>) {
  return async (
    exported: object,
    { url, token }: Collector,
    stop: AbortSignal,
  ): Promise<Verdict> => {
    const { bytes, headers, text } = await createBody(exported)
    try {
      const response = await fetch(logsUrl(url), {
        method: 'POST',
        body: bytes,
        headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        // A redirect could carry the token elsewhere.
        redirect: 'error',
        signal: AbortSignal.any([stop, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
      })
      const { status } = response
      const retryAfter = response.headers.get('retry-after')
      const verdict = classify({ status, retryAfter, body: await readJson(response) }, now())
      return verdict.kind === 'taken' ? { ...verdict, body: text } : verdict
    } catch {
      return {
        kind: 'retry',
        message: 'The collector can’t be reached. What waits is kept and sent later.',
      }
    }
  }
}

/** Posts one batch of tallies. */
export function createPoster({ version, ...options }: Options) {
  const post = createPost(options)
  return (batch: readonly Tally[], collector: Collector, stop: AbortSignal): Promise<Verdict> =>
    post(encodeBatch(batch, version, hourOf(options.now())), collector, stop)
}

/** Posts one note, by itself. */
export function createNotePoster({ version, ...options }: Options) {
  const post = createPost(options)
  return (note: Note, collector: Collector, stop: AbortSignal): Promise<Verdict> =>
    post(encodeNote(note, version), collector, stop)
}

export type PostBatch = ReturnType<typeof createPoster>
export type PostNote = ReturnType<typeof createNotePoster>
