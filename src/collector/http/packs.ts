import type { FastifyInstance } from 'fastify'
import { PACK_BYTES_MAX } from '../../vocabulary/pack.ts'
import type { Store } from '../store/store.ts'
import { WRONG_PUBLISH_TOKEN } from './channels.ts'
import { problem, refuse } from './problem.ts'
import { checkPack } from './publish.ts'
import { bytesOf, takeRawJson } from './raw-body.ts'
import { createBearerCheck } from './token.ts'

interface PackOptions {
  store: Pick<Store, 'findPackBytes' | 'putPack'>
  publishTokens: readonly string[]
}

interface Hashed {
  Params: { sha256: string }
}

/** `GET` and `PUT /v1/packs/:sha256`. */
export async function addPackRoutes(scope: FastifyInstance, options: PackOptions): Promise<void> {
  const { store, publishTokens } = options
  const mayPublish = createBearerCheck(publishTokens)
  takeRawJson(scope, PACK_BYTES_MAX)

  scope.get<Hashed>('/v1/packs/:sha256', async (request, reply) => {
    const bytes = await store.findPackBytes(request.params.sha256)
    if (bytes === undefined)
      return refuse(reply, problem(404, 'no-pack', 'No pack has this SHA-256 here.'))
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.type('application/json').send(Buffer.from(bytes))
  })

  scope.put<Hashed>(
    '/v1/packs/:sha256',
    {
      onRequest: async (request, reply) => {
        if (!mayPublish(request.headers.authorization)) return refuse(reply, WRONG_PUBLISH_TOKEN)
      },
    },
    async (request, reply) => {
      const checked = await checkPack(bytesOf(request.body), request.params.sha256)
      if ('problem' in checked) return refuse(reply, checked.problem)
      const { sha256, id, version } = checked.value
      const isNew = await store.putPack(checked.value)
      return reply.code(isNew ? 201 : 200).send({ sha256, id, version })
    },
  )
}
