import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Store } from '../store/store.ts'
import { issuePass, readPass, SESSION_LIFETIME_MS } from './pass.ts'
import { problem, refuse } from './problem.ts'

const COOKIE = 'handrail_session'
const exchangeSchema = v.object({ key: v.pipe(v.string(), v.maxLength(200)) })

interface SessionOptions {
  store: Pick<Store, 'spendLink'>
  adminKey: string
  now: () => number
}

export const NO_SESSION = problem(
  401,
  'no-session',
  'Open the link that the collector printed when it started.',
)

/** Whether a request carries a session of this collector. */
export function createSessionCheck({ adminKey, now }: Omit<SessionOptions, 'store'>) {
  return (request: FastifyRequest): boolean => {
    const cookies = (request.headers.cookie ?? '').split('; ')
    const own = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`)) ?? ''
    return readPass('session', adminKey, own.slice(COOKIE.length + 1), now()) !== undefined
  }
}

/** `POST /v1/session`: a link's key, once, for a session cookie that scripts can't read. */
export async function addSessionRoute(
  scope: FastifyInstance,
  { store, adminKey, now }: SessionOptions,
): Promise<void> {
  scope.post('/v1/session', { bodyLimit: 4096 }, async (request, reply) => {
    const body = v.safeParse(exchangeSchema, request.body)
    const link = body.success ? readPass('link', adminKey, body.output.key, now()) : undefined
    if (link === undefined || !(await store.spendLink(link.nonce, link.expiresAt, now())))
      return refuse(
        reply,
        problem(
          401,
          'used-link',
          'This link was used before, has expired, or is of another collector.',
        ),
      )
    const session = issuePass('session', adminKey, now() + SESSION_LIFETIME_MS)
    const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
    reply.header(
      'set-cookie',
      `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${SESSION_LIFETIME_MS / 1000}${secure}`,
    )
    return reply.code(204).send()
  })
}
