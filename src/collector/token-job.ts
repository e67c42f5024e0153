import { COMMAND_LIFETIME_MS, issuePass } from './http/pass.ts'
import type { Start } from './start-result.ts'

/** Add a token for a site, end the one of an id, or, with neither, list them. */
export interface TokenJob {
  add?: string
  end?: string
  /** For how long a new token is good; after how long one ends. */
  days?: number
}

const day = (at: unknown) => (typeof at === 'number' ? new Date(at).toISOString() : 'never')

function requestOf({ add, end, days }: TokenJob): { path: string; body?: object } {
  const limit = days === undefined ? {} : { days }
  if (add !== undefined) return { path: '/v1/tokens', body: { site: add, ...limit } }
  if (end !== undefined) return { path: `/v1/tokens/${encodeURIComponent(end)}/end`, body: limit }
  return { path: '/v1/tokens' }
}

/** Has the collector at `url` do it, and says what came of it. `now` in ms since 1970. */
export async function runTokenJob(
  job: TokenJob,
  url: string,
  adminKey: string,
  now: number,
): Promise<Start<string>> {
  const { path, body } = requestOf(job)
  const pass = issuePass('command', adminKey, now + COMMAND_LIFETIME_MS)
  try {
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${pass}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) return { ok: false, message: String(answer.message) }
    if (job.add !== undefined)
      return {
        ok: true,
        value: `${answer.token}\n(id ${answer.id}, site ${answer.site}; shown once)`,
      }
    if (job.end !== undefined) return { ok: true, value: `${answer.id} ends ${day(answer.endsAt)}` }
    const lines = answer.tokens.map(
      (token: Record<string, unknown>) =>
        `${token.id}  ${token.site}  since ${day(token.createdAt)}  ends ${day(token.endsAt)}`,
    )
    return { ok: true, value: lines.join('\n') || 'no tokens but the one in collector.json' }
  } catch {
    return {
      ok: false,
      message: `no collector answers at ${url}: start it, or name --host and --port`,
    }
  }
}
