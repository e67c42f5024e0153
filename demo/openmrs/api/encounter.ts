import { getConcept } from '../reference/concepts.ts'
import { encounterTypes } from '../reference/places.ts'
import { objects, text, uuidOf } from '../store/fields.ts'
import type { Store } from '../store/store.ts'
import type { Encounter, Fields } from '../store/types.ts'
import { recordOrder } from './order.ts'
import { created, listOf, noContent, notFound, ok } from './reply.ts'
import { restEncounter } from './represent-encounter.ts'
import { type ApiRequest, del, get, post, type Route } from './route.ts'

/** Stores one posted observation, or changes the one whose uuid it carries. */
export function recordObservation(
  store: Store,
  posted: Fields,
  about: { patient: string; encounter: string; at: string },
) {
  const { observations } = store.state
  const value = typeof posted.value === 'number' ? posted.value : uuidOf(posted, 'value')
  const concept = uuidOf(posted, 'concept')
  const known = observations.find(({ uuid }) => uuid === text(posted, 'uuid'))
  if (known) return Object.assign(known, value === '' ? {} : { value })
  const observation = {
    uuid: store.newId(),
    concept,
    value,
    comment: text(posted, 'comment'),
    ...about,
  }
  observations.push(observation)
  return observation
}

function addContents(store: Store, encounter: Encounter, body: Fields) {
  const about = { patient: encounter.patient, encounter: encounter.uuid, at: encounter.at }
  for (const posted of objects(body, 'obs')) {
    if (posted.voided !== true) recordObservation(store, posted, about)
  }
  for (const posted of objects(body, 'orders')) recordOrder(store, posted, about)
}

function record({ body, session, store }: ApiRequest) {
  const patient = uuidOf(body, 'patient')
  const open = store.state.visits.find((v) => v.patient === patient && !v.stoppedAt)
  const encounter: Encounter = {
    uuid: text(body, 'uuid') || store.newId(),
    patient,
    type: uuidOf(body, 'encounterType'),
    visit: uuidOf(body, 'visit') || (open?.uuid ?? ''),
    location: uuidOf(body, 'location') || session.location,
    at: text(body, 'encounterDatetime') || store.time(),
    form: uuidOf(body, 'form'),
    diagnoses: [],
  }
  store.state.encounters.push(encounter)
  addContents(store, encounter, body)
  return created(restEncounter(encounter, store))
}

function search(request: ApiRequest) {
  const { query, store } = request
  const newestFirst = [...store.state.encounters].sort((a, b) => b.at.localeCompare(a.at))
  // Notes are asked for by the concept of their diagnoses, which a note may lack.
  const type = query.has('obs') ? encounterTypes[1]?.uuid : query.get('encounterType')
  const from = query.get('fromdate')
  const found = newestFirst.filter(
    (e) =>
      e.patient === (query.get('patient') ?? e.patient) &&
      e.visit === (query.get('visit') ?? e.visit) &&
      e.type === (type ?? e.type) &&
      (!from || new Date(e.at) >= new Date(from)),
  )
  return listOf(
    request,
    found.map((encounter) => restEncounter(encounter, store)),
  )
}

const findEncounter = ({ params, store }: ApiRequest) =>
  store.state.encounters.find(({ uuid }) => uuid === params.uuid)

/** Encounters: vitals, notes and orders all arrive as one. */
export const encounterRoutes: readonly Route[] = [
  get('rest/v1/encounter', search),
  post('rest/v1/encounter', record),
  get('rest/v1/encounter/:uuid', (request) => {
    const encounter = findEncounter(request)
    return encounter ? ok(restEncounter(encounter, request.store)) : notFound()
  }),
  post('rest/v1/encounter/:uuid', (request) => {
    const encounter = findEncounter(request)
    if (!encounter) return notFound()
    addContents(request.store, encounter, request.body)
    return ok(restEncounter(encounter, request.store))
  }),
  del('rest/v1/encounter/:uuid', ({ params, store: { state } }) => {
    state.encounters = state.encounters.filter(({ uuid }) => uuid !== params.uuid)
    state.observations = state.observations.filter((o) => o.encounter !== params.uuid)
    return noContent()
  }),
  post('rest/v1/patientdiagnoses', ({ body, store }) => {
    const encounter = store.state.encounters.find((e) => e.uuid === uuidOf(body, 'encounter'))
    const coded =
      typeof body.diagnosis === 'object' && body.diagnosis
        ? uuidOf({ ...body.diagnosis }, 'coded')
        : ''
    const diagnosis = {
      ...body,
      uuid: store.newId(),
      display: getConcept(coded).display,
      voided: false,
    }
    encounter?.diagnoses.push(diagnosis)
    return created(diagnosis)
  }),
  get('rest/v1/encountertype', (r) => listOf(r, encounterTypes)),
  get('rest/v1/encounterrole', (r) => listOf(r, [{ uuid: 'clinician', display: 'Clinician' }])),
]
