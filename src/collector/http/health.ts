import type { FastifyInstance } from 'fastify'
import type { Store } from '../store/store.ts'
import { VERSION } from '../version.ts'
import { problem, refuse } from './problem.ts'

/** `GET /healthz`: 200 where the database answers, else 503. */
export async function addHealthRoute(
  scope: FastifyInstance,
  { store }: { store: Pick<Store, 'ping' | 'engine'> },
): Promise<void> {
  scope.get('/healthz', async (request, reply) => {
    try {
      await store.ping()
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return refuse(reply, problem(503, 'no-database', 'The database does not answer.'))
    }
    return { status: 'ok', store: store.engine, version: VERSION }
  })
}
