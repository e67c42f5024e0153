import * as v from 'valibot'
import { CHANNEL_BYTES_MAX, type ChannelEnvelope } from '../vocabulary/channel.ts'
import { readJsonBytes } from '../vocabulary/json-bytes.ts'
import { policyEntries } from '../vocabulary/policy.ts'
import { readBounded } from './bounded-body.ts'
import { failure, type Result, success } from './result.ts'

/** How long one request may take. */
export const REQUEST_TIMEOUT_MS = 30_000
const ANSWER_BYTES_MAX = CHANNEL_BYTES_MAX * 3

const errorAnswer = v.object({ error: v.string(), message: v.string() })

export interface CollectorClient {
  /** The channel file as served, unchecked; `undefined` where the channel is new. */
  getChannel: (name: string) => Promise<Result<unknown>>
  putPack: (sha256: string, bytes: Uint8Array) => Promise<Result<undefined>>
  putChannel: (name: string, envelope: ChannelEnvelope) => Promise<Result<undefined>>
}

interface Answer {
  status: number
  value: unknown
}

/**
 * Speaks to a collector. `url` is its address: https, or http on this machine, so that the token
 * is never sent in the clear. `token` is needed to publish only.
 */
export function createCollectorClient(
  fetch: typeof globalThis.fetch,
  url: string,
  token?: string,
): Result<CollectorClient> {
  const address = v.safeParse(policyEntries.collectorUrl, url)
  if (!address.success)
    return failure(`the collector's address must be ${address.issues[0].message} (not '${url}')`)
  if (token !== undefined && !v.is(policyEntries.collectorToken, token))
    return failure('the token must be 8 to 200 visible characters, without spaces')
  const base = url.replace(/\/+$/, '')

  async function request(path: string, init: RequestInit = {}): Promise<Result<Answer>> {
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
      // A redirect would carry the token to somebody else.
      const response = await fetch(base + path, { ...init, redirect: 'error', signal })
      const bytes = await readBounded(response, ANSWER_BYTES_MAX)
      if (bytes === undefined)
        return failure(`${base}${path} answers with too much: is it a collector?`)
      const json = readJsonBytes(bytes, ANSWER_BYTES_MAX)
      if (response.ok && bytes.length > 0 && !json.ok)
        return failure(`${base}${path} does not answer in JSON: is it a collector?`)
      return success({ status: response.status, value: json.ok ? json.value : undefined })
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError'
      return failure(
        isLate
          ? `${base} did not answer within ${REQUEST_TIMEOUT_MS / 1000} seconds: try again later`
          : `${base} can't be reached: is the collector running, and its address right?`,
      )
    }
  }

  function refusal({ status, value }: Answer): { ok: false; message: string } {
    if (status === 401)
      return failure(
        'the collector refused the token: give its publish token as --token or HANDRAIL_PUBLISH_TOKEN',
      )
    const told = v.safeParse(errorAnswer, value)
    if (status === 409 && !(told.success && told.output.error === 'old-pack'))
      return failure('somebody else published to this channel at the same time: run it again')
    const reason = told.success ? printable(told.output.message) : 'it gave no reason'
    return failure(`the collector answered ${status}: ${reason}`)
  }

  async function put(path: string, body: BodyInit): Promise<Result<undefined>> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const answer = await request(path, { method: 'PUT', headers, body })
    if (!answer.ok) return answer
    return isDone(answer.value) ? success(undefined) : refusal(answer.value)
  }

  return success({
    async getChannel(name) {
      const answer = await request(`/v1/channels/${encodeURIComponent(name)}`)
      if (!answer.ok) return answer
      if (answer.value.status === 404) return success(undefined)
      return isDone(answer.value) ? success(answer.value.value) : refusal(answer.value)
    },
    putPack: (sha256, bytes) => put(`/v1/packs/${sha256}`, new Uint8Array(bytes)),
    putChannel: (name, envelope) =>
      put(`/v1/channels/${encodeURIComponent(name)}`, JSON.stringify(envelope)),
  })
}

function isDone({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

/** What another machine says, safe for a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, ' ').slice(0, 200)
}
