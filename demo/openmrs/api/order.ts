import { drugOrderType, drugs, orderEntryConfig, testOrderType } from '../reference/drugs.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Store } from '../store/store.ts'
import type { Fields, Order } from '../store/types.ts'
import { created, listOf, notFound, ok } from './reply.ts'
import { isDrugOrder, restOrder } from './represent-order.ts'
import { get, post, type Route } from './route.ts'

const dayMs = 86_400_000
const daysPerUnit: Record<string, number> = { Days: 1, Weeks: 7, Months: 30 }

/** Stores a posted order; stopping, changing or renewing one ends the order before it. */
export function recordOrder(
  store: Store,
  details: Fields,
  about: { patient: string; encounter: string },
) {
  const action = text(details, 'action') || 'NEW'
  const previous = store.state.orders.find((o) => o.uuid === uuidOf(details, 'previousOrder'))
  if (previous && action !== 'NEW') previous.stoppedAt = store.time()
  const activatedAt = text(details, 'dateActivated') || store.time()
  const scheduledAt = text(details, 'scheduledDate') || null
  const unit = orderEntryConfig.durationUnits.find(
    (u) => u.uuid === uuidOf(details, 'durationUnits'),
  )
  const length = Number(details.duration ?? 0) * (daysPerUnit[unit?.display ?? ''] ?? 1) * dayMs
  const start = new Date(scheduledAt ?? activatedAt).getTime()
  const order: Order = {
    ...about,
    uuid: store.newId(),
    number: `ORD-${store.nextNumber()}`,
    details,
    action,
    activatedAt,
    scheduledAt,
    stoppedAt: null,
    expiresAt: length > 0 ? new Date(start + length).toISOString() : null,
  }
  store.state.orders.push(order)
  return order
}

const ended = (order: Order, now: number) =>
  [order.stoppedAt, order.expiresAt].some((at) => at !== null && new Date(at).getTime() <= now)

/** Orders, and the choices of the drug order form. */
export const orderRoutes: readonly Route[] = [
  get('rest/v1/order', (r) => {
    const { query, store } = r
    const types = query.get('orderTypes') ?? query.get('orderType') ?? ''
    const found = store.state.orders.filter((order) => {
      if (order.patient !== (query.get('patient') ?? order.patient)) return false
      if (order.action === 'DISCONTINUE') return false
      if (query.get('excludeCanceledAndExpired') === 'true' && ended(order, store.now()))
        return false
      const type = isDrugOrder(order) ? drugOrderType : testOrderType
      return types === '' || types.split(',').includes(type.uuid)
    })
    return listOf(
      r,
      found.map((order) => restOrder(order, store)),
    )
  }),
  get('rest/v1/order/:uuid', ({ params, store }) => {
    const order = store.state.orders.find(({ uuid }) => uuid === params.uuid)
    return order ? ok(restOrder(order, store)) : notFound()
  }),
  post('rest/v1/order', ({ body, store }) => {
    const about = { patient: uuidOf(body, 'patient'), encounter: uuidOf(body, 'encounter') }
    return created(restOrder(recordOrder(store, body, about), store))
  }),
  get('rest/v1/ordertype', (r) => listOf(r, [drugOrderType, testOrderType])),
  get('rest/v1/ordertype/:uuid', ({ params }) => {
    const test = params.uuid === testOrderType.uuid
    const javaClassName = test ? 'org.openmrs.TestOrder' : 'org.openmrs.DrugOrder'
    return ok({ ...(test ? testOrderType : drugOrderType), javaClassName, conceptClasses: [] })
  }),
  get('rest/v1/orderentryconfig', () => ok(orderEntryConfig)),
  get('rest/v1/drug', (r) => {
    const wanted = (r.query.get('q') ?? '').toLowerCase()
    return listOf(
      r,
      drugs.filter(({ display }) => display.toLowerCase().includes(wanted)),
    )
  }),
  get('rest/v1/drug/:uuid', ({ params }) => {
    const drug = drugs.find(({ uuid }) => uuid === params.uuid)
    return drug ? ok(drug) : notFound()
  }),
]
