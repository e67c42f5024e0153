import { notUrgent, queues, triage, waiting } from '../reference/scheduling.ts'
import { object, text, uuidOf } from '../store/fields.ts'
import type { Store } from '../store/store.ts'
import type { Fields, QueueEntry } from '../store/types.ts'
import { created, listOf, notFound, ok } from './reply.ts'
import { restVisit } from './represent-encounter.ts'
import { restPatient } from './represent-patient.ts'
import { type ApiRequest, get, post, type Route } from './route.ts'

function restEntry(entry: QueueEntry, store: Store) {
  const queue = queues.find(({ uuid }) => uuid === entry.queue) ?? triage
  const patient = store.findPatient(entry.patient)
  const visit = store.state.visits.find(({ uuid }) => uuid === entry.visit)
  const choose = <T extends { uuid: string }>(list: readonly T[], uuid: string) =>
    list.find((item) => item.uuid === uuid) ?? list[0]
  return {
    uuid: entry.uuid,
    display: patient ? restPatient(patient, store.now()).person.display : '',
    queue,
    status: choose(queue.allowedStatuses, entry.status),
    priority: choose(queue.allowedPriorities, entry.priority),
    priorityComment: null,
    patient: patient ? restPatient(patient, store.now()) : { uuid: entry.patient },
    visit: visit ? restVisit(visit, store) : null,
    sortWeight: 0,
    startedAt: entry.startedAt,
    endedAt: entry.endedAt,
    locationWaitingFor: null,
    providerWaitingFor: null,
    queueComingFrom: null,
    previousQueueEntry: null,
  }
}

/** Adds an entry; without values it waits, not urgently, in triage. */
function addEntry(store: Store, posted: Fields, visit: string) {
  const entry: QueueEntry = {
    uuid: store.newId(),
    patient: uuidOf(posted, 'patient'),
    visit,
    queue: uuidOf(posted, 'queue') || triage.uuid,
    status: uuidOf(posted, 'status') || waiting.uuid,
    priority: uuidOf(posted, 'priority') || notUrgent.uuid,
    startedAt: text(posted, 'startedAt') || store.time(),
    endedAt: null,
  }
  store.state.queueEntries.push(entry)
  return entry
}

const open = (store: Store) => store.state.queueEntries.filter(({ endedAt }) => !endedAt)

function search(r: ApiRequest) {
  const { query, store } = r
  const found = open(store).filter(
    (e) =>
      (!query.get('patient') || e.patient === query.get('patient')) &&
      (!query.get('queue') || query.get('queue')?.split(',').includes(e.queue)) &&
      (!query.get('status') || query.get('status')?.split(',').includes(e.status)),
  )
  return listOf(
    r,
    found.map((entry) => restEntry(entry, store)),
  )
}

/** Service queues. */
export const queueRoutes: readonly Route[] = [
  get('rest/v1/queue', (r) => listOf(r, queues)),
  get('rest/v1/queue/:uuid', ({ params }) =>
    ok(queues.find((q) => q.uuid === params.uuid) ?? triage),
  ),
  get('rest/v1/queue-entry', search),
  get('rest/v1/queue-entry/:uuid', ({ params, store }) => {
    const entry = store.state.queueEntries.find(({ uuid }) => uuid === params.uuid)
    return entry ? ok(restEntry(entry, store)) : notFound()
  }),
  get('rest/v1/visit-queue-entry', (r) =>
    listOf(
      r,
      open(r.store).map((e) => ({
        uuid: e.uuid,
        queueEntry: restEntry(e, r.store),
        visit: { uuid: e.visit },
      })),
    ),
  ),
  post('rest/v1/visit-queue-entry', ({ body, store }) => {
    const entry = addEntry(store, object(body, 'queueEntry'), uuidOf(body, 'visit'))
    return created({ uuid: entry.uuid, queueEntry: restEntry(entry, store) })
  }),
  post('rest/v1/queue-entry/transition', ({ body, store }) => {
    const entry = store.state.queueEntries.find(
      (e) => e.uuid === uuidOf(body, 'queueEntryToTransition'),
    )
    if (!entry) return notFound()
    entry.endedAt = store.time()
    const moved = { ...entry, uuid: store.newId(), startedAt: store.time(), endedAt: null }
    moved.queue = uuidOf(body, 'newQueue') || entry.queue
    moved.status = uuidOf(body, 'newStatus') || entry.status
    moved.priority = uuidOf(body, 'newPriority') || entry.priority
    store.state.queueEntries.push(moved)
    return ok(restEntry(moved, store))
  }),
  post('rest/v1/queue-entry/:uuid', ({ params, body, store }) => {
    const entry = store.state.queueEntries.find(({ uuid }) => uuid === params.uuid)
    if (!entry) return notFound()
    entry.endedAt = text(body, 'endedAt') || entry.endedAt
    entry.status = uuidOf(body, 'status') || entry.status
    entry.priority = uuidOf(body, 'priority') || entry.priority
    return ok(restEntry(entry, store))
  }),
  get('rest/v1/queue-entry-metrics', ({ store }) =>
    ok({ count: open(store).length, averageWaitTime: 12.5 }),
  ),
  get('rest/v1/queue-metrics', ({ store }) =>
    ok({ count: open(store).length, averageWaitTime: 12.5 }),
  ),
  get('rest/v1/queue-room', (r) => listOf(r, [])),
  get('rest/v1/queueutil/*', () => ok({})),
]
