import Fastify, { type FastifyInstance } from 'fastify'
import { addChannelRoutes } from './http/channels.ts'
import { addDashboardFiles } from './http/dashboard-files.ts'
import { addDraining } from './http/draining.ts'
import { addFaultAnswers } from './http/faults.ts'
import { addHealthRoute } from './http/health.ts'
import { addLogsRoute } from './http/logs.ts'
import { addPackRoutes } from './http/packs.ts'
import { type LogTarget, loggerOptions } from './http/request-log.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { addSessionRoute } from './http/session.ts'
import { addSummaryRoute } from './http/summary-route.ts'
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
  demo: boolean
  /** ms since 1970 */
  now: () => number
  /** The folder of the built dashboard. */
  dashboardDir: string
  logger?: LogTarget
}

/** How long a client may take to send a request, so that slow ones can't hold every connection. */
const REQUEST_TIMEOUT_MS = 30_000

/** The collector's HTTP application. It does not listen, and leaves the store to its owner. */
export function createApp(options: AppOptions): FastifyInstance {
  const app = Fastify({
    logger: options.logger === undefined ? false : loggerOptions(options.logger),
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 200 },
  })
  const minGroup = effectiveMinGroup(options.minGroup, options.demo)
  addSecurityHeaders(app)
  addDraining(app)
  addFaultAnswers(app)
  app.register(addHealthRoute, options)
  app.register(addLogsRoute, options)
  app.register(addPackRoutes, options)
  app.register(addChannelRoutes, options)
  app.register(addSessionRoute, options)
  app.register(addSummaryRoute, { ...options, minGroup })
  app.register((scope) => addDashboardFiles(scope, options.dashboardDir))
  return app
}
