import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { identifier } from '../../vocabulary/identifier.ts'
import type { Store } from '../store/store.ts'
import type { IngestSites } from './ingest-sites.ts'
import { readPass } from './pass.ts'
import { problem, refuse } from './problem.ts'
import { bytesOf, parseJson, takeRawJson } from './raw-body.ts'
import { tokenDigest } from './token.ts'

const DAY_MS = 86_400_000
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3650))
const addSchema = v.strictObject({ site: identifier, days: v.optional(days) })
const endSchema = v.strictObject({ days: v.optional(days, 0) })

interface Options {
  store: Pick<Store, 'putToken' | 'listTokens' | 'endToken'>
  sites: Pick<IngestSites, 'outdate'>
  adminKey: string
  now: () => number
}

/** `/v1/tokens`: whoever holds the admin key adds, lists and ends the ingest tokens of sites. */
export async function addTokenRoutes(scope: FastifyInstance, options: Options): Promise<void> {
  const { store, sites, adminKey, now } = options
  takeRawJson(scope, 4096)
  scope.addHook('onRequest', async (request, reply) => {
    const [, pass = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (readPass('command', adminKey, pass, now()) !== undefined) return
    return refuse(reply, problem(401, 'wrong-pass', 'Only who holds the admin key may do this.'))
  })

  scope.get('/v1/tokens', async () => ({
    tokens: (await store.listTokens()).map(({ digest: _, ...token }) => token),
  }))

  scope.post('/v1/tokens', async (request, reply) => {
    const wanted = v.safeParse(addSchema, parseJson(bytesOf(request.body)))
    if (!wanted.success)
      return refuse(reply, problem(422, 'bad-site', 'A site is an id in kebab-case: ward-seven.'))
    const { site, days: forDays } = wanted.output
    const token = randomBytes(24).toString('base64url')
    const id = randomBytes(6).toString('hex')
    const createdAt = now()
    const ends = forDays === undefined ? {} : { endsAt: createdAt + forDays * DAY_MS }
    await store.putToken({ id, site, digest: tokenDigest(token), createdAt, ...ends })
    sites.outdate()
    return reply.code(201).send({ id, site, token, ...ends })
  })

  scope.post<{ Params: { id: string } }>('/v1/tokens/:id/end', async (request, reply) => {
    const wanted = v.safeParse(endSchema, parseJson(bytesOf(request.body)) ?? {})
    if (!wanted.success)
      return refuse(reply, problem(422, 'bad-days', 'days is a whole number from 0 to 3650.'))
    const at = now() + wanted.output.days * DAY_MS
    const { id } = request.params
    if (!(await store.endToken(id, at)))
      return refuse(reply, problem(404, 'no-token', 'No token of this id would last longer.'))
    sites.outdate()
    return { id, endsAt: at }
  })
}
