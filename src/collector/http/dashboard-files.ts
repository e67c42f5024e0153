import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem, refuse } from './problem.ts'

/** Serves the built dashboard at `/dashboard/`, and sends `/` there. */
export async function addDashboardFiles(scope: FastifyInstance, folder: string): Promise<void> {
  scope.get('/', (_request, reply) => reply.redirect('/dashboard/'))
  scope.get('/dashboard', (_request, reply) => reply.redirect('/dashboard/'))
  if (existsSync(join(folder, 'index.html')))
    await scope.register(fastifyStatic, { root: folder, prefix: '/dashboard/', etag: true })
  else
    scope.get('/dashboard/', (_request, reply) =>
      refuse(
        reply,
        problem(503, 'not-built', 'The dashboard is not built yet: run npm run build.'),
      ),
    )
}
