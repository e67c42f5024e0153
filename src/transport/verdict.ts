/** What the answer to a batch means for its records. */
export type Verdict =
  /**
   * Taken; `rejected` of them the collector did not want and must not get again. `body`: the bytes that were
   * sent, as text, for the log.
   */
  | { kind: 'taken'; rejected: number; body?: string }
  /** Keep and try later; `afterMs` where the collector said when. */
  | { kind: 'retry'; message: string; afterMs?: number }
  /** Too large: send halves. */
  | { kind: 'split' }
  /** Something in it is wrong: find it by halves. */
  | { kind: 'bisect' }
  /** Keep, and tell the person: sending again changes nothing until somebody mends the settings. */
  | { kind: 'refused'; message: string }

/** The parts of a response that matter. `body` is the parsed JSON, `undefined` where it is none. */
export interface Reply {
  status: number
  retryAfter: string | null
  body: unknown
}

/** A collector's wish to be left alone is followed for a day at the longest. */
export const RETRY_AFTER_MAX_MS = 86_400_000

/** Milliseconds to wait by a `Retry-After` header: seconds, or a date (RFC 9110 §10.2.3). */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), RETRY_AFTER_MAX_MS)
}

/** How many log records an OTLP answer says were rejected: an int64, so often a string. */
function rejectedCount(body: object): number {
  const partial = 'partialSuccess' in body ? body.partialSuccess : undefined
  if (typeof partial !== 'object' || partial === null) return 0
  const count = 'rejectedLogRecords' in partial ? Number(partial.rejectedLogRecords) : 0
  return Number.isSafeInteger(count) && count > 0 ? count : 0
}

/**
 * Reads an answer. A partial success is never sent again. OTLP retries 429, 502, 503 and 504; here
 * every fault of the server keeps the batch, since dropping it for a 500 would lose it for good.
 * https://opentelemetry.io/docs/specs/otlp/#otlphttp-response
 */
export function classify({ status, retryAfter, body }: Reply, now: number): Verdict {
  if (status >= 200 && status < 300) {
    if (typeof body === 'object' && body !== null)
      return { kind: 'taken', rejected: rejectedCount(body) }
    // A sign-in page of the network answers 200 too: believing it would lose the batch.
    return {
      kind: 'retry',
      message:
        'Something answered in place of the collector, perhaps a sign-in page of the network.',
    }
  }
  if (status === 413) return { kind: 'split' }
  if (status === 400) return { kind: 'bisect' }
  if (status === 401 || status === 403)
    return {
      kind: 'refused',
      message: `The collector refuses the token (${status}). Check the collector token in the options.`,
    }
  if (status === 408 || status === 429 || status >= 500) {
    const afterMs = retryAfterMs(retryAfter, now)
    const message =
      status === 429
        ? 'The collector has too much to do (429). Handrail sends again later.'
        : `The collector has a fault (${status}). Handrail sends again later.`
    return { kind: 'retry', message, ...(afterMs === undefined ? {} : { afterMs }) }
  }
  return {
    kind: 'refused',
    message: `The collector address answers ${status}: it is not a collector. Check the address in the options.`,
  }
}
