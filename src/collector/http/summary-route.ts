import type { FastifyInstance } from 'fastify'
import { hourOf } from '../../vocabulary/tally.ts'
import type { Store } from '../store/store.ts'
import { dayOfHour } from '../store/tally-row.ts'
import { createLabelReader } from '../summary/labels.ts'
import { summarise } from '../summary/summary.ts'
import { problem, refuse } from './problem.ts'
import { createSessionCheck, NO_SESSION } from './session.ts'

export const DAYS_DEFAULT = 7
/** The longest window that the dashboard asks for. */
export const DAYS_MAX = 90

interface SummaryOptions {
  store: Pick<Store, 'readCells' | 'listChannels' | 'findPackBytes'>
  adminKey: string
  minGroup: number
  demo: boolean
  now: () => number
}

/** `GET /v1/summary?days=7`: what the dashboard shows, with small groups already taken out. */
export async function addSummaryRoute(
  scope: FastifyInstance,
  { store, adminKey, minGroup, demo, now }: SummaryOptions,
): Promise<void> {
  const hasSession = createSessionCheck({ adminKey, now })
  const readLabels = createLabelReader(store)
  scope.get<{ Querystring: { days?: string } }>('/v1/summary', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!hasSession(request)) return refuse(reply, NO_SESSION)
    const days = Number(request.query.days ?? DAYS_DEFAULT)
    if (!Number.isInteger(days) || days < 1 || days > DAYS_MAX)
      return refuse(
        reply,
        problem(400, 'bad-days', `days is a whole number from 1 to ${DAYS_MAX}.`),
      )
    const at = now()
    const toDay = dayOfHour(hourOf(at))
    const fromDay = toDay - days + 1
    const [cells, labels] = await Promise.all([store.readCells(fromDay, toDay), readLabels()])
    return { ...summarise(cells, { fromDay, toDay, minGroup, labels }), demo, generatedAt: at }
  })
}
