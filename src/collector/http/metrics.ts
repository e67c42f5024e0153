import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { metricsTokenOf } from './pass.ts'
import { problem, refuse } from './problem.ts'
import { createBearerCheck } from './token.ts'

/** Seconds of a request or a write. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What a collector counts of its own work: by route and status, never by who sent what. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'handrail_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: BUCKETS,
      registers,
    }),
    records: new Counter({
      name: 'handrail_records_total',
      help: 'Records that were taken, those of them that were new, and those rejected for form or time',
      labelNames: ['result'],
      registers,
    }),
    writes: new Histogram({
      name: 'handrail_write_seconds',
      help: 'Time until a batch was durable',
      buckets: BUCKETS,
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>

/** Times every answer. */
export function addRequestMetrics(app: FastifyInstance, { requests }: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}

/** `GET /metrics` for Prometheus, with the token that `--metrics-token` prints. */
export async function addMetricsRoute(
  scope: FastifyInstance,
  { metrics, adminKey }: { metrics: Metrics; adminKey: string },
): Promise<void> {
  const isKnown = createBearerCheck([metricsTokenOf(adminKey)])
  scope.get('/metrics', async (request, reply) => {
    if (!isKnown(request.headers.authorization))
      return refuse(
        reply,
        problem(
          401,
          'wrong-token',
          'Send the token that the collector prints with --metrics-token.',
        ),
      )
    reply.type(metrics.registry.contentType)
    return metrics.registry.metrics()
  })
}
