import type { FastifyInstance } from 'fastify'
import { CHANNEL_BYTES_MAX } from '../../vocabulary/channel.ts'
import { sha256Hex } from '../../vocabulary/signature.ts'
import type { Store } from '../store/store.ts'
import { readKeptChannel } from './channel-payload.ts'
import { type Problem, problem, refuse } from './problem.ts'
import { checkEnvelope, packListProblem, successionProblem } from './publish.ts'
import { bytesOf, parseJson, takeRawJson } from './raw-body.ts'
import { createBearerCheck } from './token.ts'

type ChannelStore = Pick<Store, 'findChannel' | 'putChannel' | 'findPackFacts'>

interface ChannelOptions {
  store: ChannelStore
  publishTokens: readonly string[]
  trustedKeys: readonly string[]
  now: () => number
}

interface Named {
  Params: { name: string }
}

export const WRONG_PUBLISH_TOKEN = problem(
  401,
  'wrong-token',
  'The publish token is missing or not known here. It is in the collector’s collector.json.',
)

async function publish(
  body: Uint8Array,
  name: string,
  isRollback: boolean,
  { store, trustedKeys, now }: ChannelOptions,
): Promise<{ version: number } | { problem: Problem }> {
  const checked = await checkEnvelope(parseJson(body), name, trustedKeys, now())
  if ('problem' in checked) return checked
  const next = checked.value
  const kept = await store.findChannel(name)
  const current = kept && readKeptChannel(kept.envelope)
  const late = successionProblem(next, current, isRollback)
  if (late !== undefined) return { problem: late }
  const facts = await store.findPackFacts(next.packs.map(({ sha256 }) => sha256))
  const lacking = packListProblem(next, facts)
  if (lacking !== undefined) return { problem: lacking }
  const envelope = new TextDecoder().decode(body)
  const isPut = await store.putChannel(
    { name, version: next.version, envelope },
    kept?.version ?? 0,
  )
  if (isPut) return { version: next.version }
  return {
    problem: problem(
      409,
      'old-version',
      'Somebody else published to this channel at the same moment. Look at what is there and publish again.',
    ),
  }
}

/** `GET` and `PUT /v1/channels/:name`. */
export async function addChannelRoutes(
  scope: FastifyInstance,
  options: ChannelOptions,
): Promise<void> {
  const mayPublish = createBearerCheck(options.publishTokens)
  // Base64 makes four characters of three bytes; the rest is for the signature and the key.
  takeRawJson(scope, CHANNEL_BYTES_MAX * 2)

  scope.get<Named>('/v1/channels/:name', async (request, reply) => {
    const channel = await options.store.findChannel(request.params.name)
    if (channel === undefined)
      return refuse(reply, problem(404, 'no-channel', 'Nothing was published to this channel yet.'))
    const etag = `"${(await sha256Hex(new TextEncoder().encode(channel.envelope))).slice(0, 32)}"`
    reply.headers({ etag, 'cache-control': 'no-cache' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('application/json').send(channel.envelope)
  })

  scope.put<Named & { Querystring: { rollback?: string } }>(
    '/v1/channels/:name',
    {
      onRequest: async (request, reply) => {
        if (!mayPublish(request.headers.authorization)) return refuse(reply, WRONG_PUBLISH_TOKEN)
      },
    },
    async (request, reply) => {
      const { name } = request.params
      const isRollback = request.query.rollback === '1'
      const published = await publish(bytesOf(request.body), name, isRollback, options)
      if ('problem' in published) return refuse(reply, published.problem)
      return { channel: name, version: published.version }
    },
  )
}
