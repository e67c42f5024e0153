import { outpatient, ref } from '../reference/places.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Store } from '../store/store.ts'
import type { PatientList } from '../store/types.ts'
import { created, listOf, noContent, notFound, ok } from './reply.ts'
import { restPatient } from './represent-patient.ts'
import { del, get, post, type Route } from './route.ts'

const cohortType = ref('e71857cb-33af-4f2c-86ab-7223bcfa37ad', 'My List')

const restList = (list: PatientList) => ({
  uuid: list.uuid,
  name: list.name,
  display: list.name,
  description: list.description,
  size: list.members.length,
  ...{ cohortType, attributes: [], location: outpatient, startDate: null, endDate: null },
})

const restMember = (list: PatientList, member: PatientList['members'][number], store: Store) => {
  const patient = store.findPatient(member.patient)
  return {
    uuid: member.uuid,
    cohort: restList(list),
    patient: patient ? restPatient(patient, store.now()) : { uuid: member.patient },
    startDate: member.startedAt,
    endDate: null,
  }
}

/** Patient lists, which the back end calls cohorts. */
export const patientListRoutes: readonly Route[] = [
  get('rest/v1/cohortm/cohort', (r) => listOf(r, r.store.state.lists.map(restList))),
  post('rest/v1/cohortm/cohort', ({ body, store }) => {
    const texts = { name: text(body, 'name'), description: text(body, 'description') }
    const list = { uuid: store.newId(), ...texts, members: [] }
    store.state.lists.push(list)
    return created(restList(list))
  }),
  get('rest/v1/cohortm/cohort/:uuid', ({ params, store }) => {
    const list = store.state.lists.find(({ uuid }) => uuid === params.uuid)
    return list ? ok(restList(list)) : notFound()
  }),
  post('rest/v1/cohortm/cohort/:uuid', ({ params, body, store }) => {
    const list = store.state.lists.find(({ uuid }) => uuid === params.uuid)
    if (!list) return notFound()
    list.name = text(body, 'name') || list.name
    list.description = text(body, 'description') || list.description
    return ok(restList(list))
  }),
  del('rest/v1/cohortm/cohort/:uuid', ({ params, store: { state } }) => {
    state.lists = state.lists.filter(({ uuid }) => uuid !== params.uuid)
    return noContent()
  }),
  get('rest/v1/cohortm/cohortmember', (r) => {
    const { query, store } = r
    const lists = store.state.lists.filter(({ uuid }) => uuid === (query.get('cohort') ?? uuid))
    const members = lists.flatMap((list) =>
      list.members
        .filter(({ patient }) => patient === (query.get('patient') ?? patient))
        .map((member) => restMember(list, member, store)),
    )
    return listOf(r, members)
  }),
  post('rest/v1/cohortm/cohortmember', ({ body, store }) => {
    const list = store.state.lists.find(({ uuid }) => uuid === uuidOf(body, 'cohort'))
    if (!list) return notFound()
    const member = {
      uuid: store.newId(),
      patient: uuidOf(body, 'patient'),
      startedAt: store.time(),
    }
    list.members.push(member)
    return created(restMember(list, member, store))
  }),
  // Removing someone is an end date, not a deletion.
  post('rest/v1/cohortm/cohortmember/:uuid', ({ params, store }) => {
    for (const list of store.state.lists) {
      list.members = list.members.filter(({ uuid }) => uuid !== params.uuid)
    }
    return ok({})
  }),
  get('rest/v1/cohortm/cohorttype', (r) => listOf(r, [cohortType])),
  get('rest/v1/cohortm/cohorttype/:uuid', () => ok(cohortType)),
]
