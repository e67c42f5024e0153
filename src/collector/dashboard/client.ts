import type { Notes } from '../http/notes-routes.ts'
import type { Summary } from '../summary/summary.ts'

/** An answer of the collector: what was asked for, no session, or one line about what failed. */
export type Answer<Value> =
  | { type: 'value'; value: Value }
  | { type: 'no-session'; message: string }
  | { type: 'failed'; message: string }

const UNREACHABLE = 'The collector does not answer. Check that it is running.'

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message)
  return `The collector answered with ${response.status}.`
}

async function ask<Value>(
  request: () => Promise<Response>,
  read: (response: Response) => Promise<Value>,
): Promise<Answer<Value>> {
  try {
    const response = await request()
    if (response.ok) return { type: 'value', value: await read(response) }
    const message = await messageOf(response)
    return { type: response.status === 401 ? 'no-session' : 'failed', message }
  } catch {
    return { type: 'failed', message: UNREACHABLE }
  }
}

/** Trades the key of an admin link for a session cookie. */
export function openSession(key: string, fetcher: typeof fetch): Promise<Answer<undefined>> {
  return ask(
    () =>
      fetcher('/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      }),
    async () => undefined,
  )
}

/** The figures of the last `days` days. */
export function loadSummary(
  days: number,
  fetcher: typeof fetch,
  signal: AbortSignal,
): Promise<Answer<Summary>> {
  return ask(
    () => fetcher(`/v1/summary?days=${days}`, { signal, cache: 'no-store' }),
    // The collector that serves this page made it, so its shape is known.
    (response) => response.json() as Promise<Summary>,
  )
}

/** Comments and wireframes. */
export function loadNotes(fetcher: typeof fetch): Promise<Answer<Notes>> {
  return ask(
    () => fetcher('/v1/notes', { cache: 'no-store' }),
    (response) => response.json() as Promise<Notes>,
  )
}

/** Deletes one of them. */
export function deleteNote(id: string, fetcher: typeof fetch): Promise<Answer<undefined>> {
  return ask(
    () => fetcher(`/v1/notes/${id}`, { method: 'DELETE' }),
    async () => undefined,
  )
}
