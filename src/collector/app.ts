import Fastify, { type FastifyInstance } from 'fastify'
import { addChannelRoutes } from './http/channels.ts'
import { addDashboardFiles } from './http/dashboard-files.ts'
import { addDraining } from './http/draining.ts'
import { addFaultAnswers } from './http/faults.ts'
import { addHealthRoutes } from './http/health.ts'
import { createIngestSites } from './http/ingest-sites.ts'
import { addLogsRoute } from './http/logs.ts'
import { addMetricsRoute, addRequestMetrics, createMetrics } from './http/metrics.ts'
import { addNoteRoutes } from './http/notes-routes.ts'
import { addPackRoutes } from './http/packs.ts'
import { createQuota } from './http/quota.ts'
import { type LogTarget, loggerOptions } from './http/request-log.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { addSessionRoute } from './http/session.ts'
import { addSummaryRoute } from './http/summary-route.ts'
import { addTokenRoutes } from './http/tokens-routes.ts'
import type { Store } from './store/store.ts'
import { effectiveMinGroup } from './summary/suppress.ts'

export interface AppOptions {
  store: Store
  ingestTokens: readonly string[]
  publishTokens: readonly string[]
  /** The secret that admin links and sessions are made from. */
  adminKey: string
  /** Ed25519 public keys, base64, whose channel files are taken. */
  trustedKeys: readonly string[]
  /** The smallest group that is shown. Never below 5 but in a demonstration, where it is 1. */
  minGroup: number
  /** Records a minute that one site may send. */
  quota: number
  demo: boolean
  /** How many days comments and wireframes are kept. */
  keepNotesDays: number
  /** ms since 1970 */
  now: () => number
  /** The folder of the built dashboard. */
  dashboardDir: string
  logger?: LogTarget
  /** How long a client may take to send a request, in ms. */
  requestTimeoutMs?: number
  /** Records that may wait for the database before clients are turned away. */
  backlogMax?: number
}

/** How long a client may take to send a request, so that slow ones can't hold every connection. */
const REQUEST_TIMEOUT_MS = 30_000
/** How often Node looks for those who take longer: by itself only every half minute. */
const TIMEOUT_LOOKS = 6

/** The collector's HTTP application. It does not listen, and leaves the store to its owner. */
export function createApp(options: AppOptions): FastifyInstance {
  const requestTimeout = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS
  const app = Fastify({
    logger: options.logger === undefined ? false : loggerOptions(options.logger),
    requestTimeout,
    http: {
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.ceil(requestTimeout / TIMEOUT_LOOKS),
    },
    routerOptions: { maxParamLength: 200 },
  })
  const minGroup = effectiveMinGroup(options.minGroup, options.demo)
  const metrics = createMetrics()
  const sites = createIngestSites(options)
  addSecurityHeaders(app)
  addRequestMetrics(app, metrics)
  addDraining(app)
  addFaultAnswers(app)
  app.register(addHealthRoutes, options)
  app.register(addMetricsRoute, { metrics, adminKey: options.adminKey })
  app.register(addLogsRoute, {
    store: options.store,
    now: options.now,
    quota: createQuota(options.quota, options.now),
    sites,
    metrics,
    ...(options.backlogMax === undefined ? {} : { backlogMax: options.backlogMax }),
  })
  app.register(addTokenRoutes, { ...options, sites })
  app.register(addPackRoutes, options)
  app.register(addChannelRoutes, options)
  app.register(addSessionRoute, options)
  app.register(addSummaryRoute, { ...options, minGroup })
  app.register(addNoteRoutes, { ...options, minGroup })
  app.register((scope) => addDashboardFiles(scope, options.dashboardDir))
  return app
}
