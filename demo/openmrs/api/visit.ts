import { visitTypes } from '../reference/places.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Visit } from '../store/types.ts'
import { created, listOf, notFound, ok } from './reply.ts'
import { restVisit } from './represent-encounter.ts'
import { type ApiRequest, get, post, type Route } from './route.ts'

function change(visit: Visit, { body }: ApiRequest) {
  visit.type = uuidOf(body, 'visitType') || visit.type
  visit.location = uuidOf(body, 'location') || visit.location
  visit.startedAt = text(body, 'startDatetime') || visit.startedAt
  if ('stopDatetime' in body) visit.stoppedAt = text(body, 'stopDatetime') || null
  return visit
}

/** Visits: starting, changing and ending them. */
export const visitRoutes: readonly Route[] = [
  get('rest/v1/visit', (r) => {
    const { query, store } = r
    const patient = query.get('patient')
    const found = store.state.visits
      .filter((visit) => !patient || visit.patient === patient)
      .filter((visit) => query.get('includeInactive') !== 'false' || !visit.stoppedAt)
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    return listOf(
      r,
      found.map((visit) => restVisit(visit, store)),
    )
  }),
  post('rest/v1/visit', (r) => {
    const { body, session, store } = r
    const visit = change(
      {
        uuid: text(body, 'uuid') || store.newId(),
        patient: uuidOf(body, 'patient'),
        type: visitTypes[0]?.uuid ?? '',
        location: session.location,
        startedAt: store.time(),
        stoppedAt: null,
      },
      r,
    )
    store.state.visits.push(visit)
    return created(restVisit(visit, store))
  }),
  get('rest/v1/visit/:uuid', ({ params, store }) => {
    const visit = store.state.visits.find(({ uuid }) => uuid === params.uuid)
    return visit ? ok(restVisit(visit, store)) : notFound()
  }),
  post('rest/v1/visit/:uuid', (r) => {
    const visit = r.store.state.visits.find(({ uuid }) => uuid === r.params.uuid)
    return visit ? ok(restVisit(change(visit, r), r.store)) : notFound()
  }),
  get('rest/v1/visittype', (r) =>
    listOf(
      r,
      visitTypes.map((t) => ({ ...t, description: t.display })),
    ),
  ),
  get('rest/v1/visittype/:uuid', ({ params }) =>
    ok(visitTypes.find(({ uuid }) => uuid === params.uuid) ?? visitTypes[0]),
  ),
]
