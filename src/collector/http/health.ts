import type { FastifyInstance } from 'fastify'
import type { Store } from '../store/store.ts'
import { VERSION } from '../version.ts'
import { problem, refuse } from './problem.ts'

/**
 * `GET /healthz`: 200 while the process answers: a reason to start it anew where it does not.
 * `GET /readyz`: 200 where the database answers too, else 503: send it no traffic for now.
 */
export async function addHealthRoutes(
  scope: FastifyInstance,
  { store }: { store: Pick<Store, 'ping' | 'engine'> },
): Promise<void> {
  const state = { status: 'ok', store: store.engine, version: VERSION }
  scope.get('/healthz', async () => state)
  scope.get('/readyz', async (request, reply) => {
    try {
      await store.ping()
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return refuse(reply, problem(503, 'no-database', 'The database does not answer.'))
    }
    return state
  })
}
