import { locations } from '../reference/places.ts'
import { programs } from '../reference/scheduling.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Enrollment, Fields } from '../store/types.ts'
import { created, listOf, noContent, notFound, ok } from './reply.ts'
import { del, get, post, type Route } from './route.ts'

function restEnrollment(enrollment: Enrollment) {
  const program = programs.find(({ uuid }) => uuid === enrollment.program)
  return {
    uuid: enrollment.uuid,
    display: program?.display,
    program,
    dateEnrolled: enrollment.enrolledAt,
    dateCompleted: enrollment.completedAt,
    location: locations.find(({ uuid }) => uuid === enrollment.location) ?? null,
    states: [],
    patient: { uuid: enrollment.patient },
  }
}

const fromForm = (body: Fields) => ({
  enrolledAt: text(body, 'dateEnrolled'),
  completedAt: text(body, 'dateCompleted') || null,
  location: uuidOf(body, 'location'),
})

/** Care programs and who is enrolled in them. */
export const programRoutes: readonly Route[] = [
  get('rest/v1/program', (r) => listOf(r, programs)),
  get('rest/v1/programenrollment', (r) => {
    const patient = r.query.get('patient')
    return listOf(
      r,
      r.store.state.enrollments.filter((e) => e.patient === patient).map(restEnrollment),
    )
  }),
  post('rest/v1/programenrollment', ({ body, store }) => {
    const about = { patient: uuidOf(body, 'patient'), program: uuidOf(body, 'program') }
    const enrollment = { uuid: store.newId(), ...about, ...fromForm(body) }
    store.state.enrollments.push(enrollment)
    return created(restEnrollment(enrollment))
  }),
  post('rest/v1/programenrollment/:uuid', ({ params, body, store }) => {
    const enrollment = store.state.enrollments.find(({ uuid }) => uuid === params.uuid)
    return enrollment ? ok(restEnrollment(Object.assign(enrollment, fromForm(body)))) : notFound()
  }),
  del('rest/v1/programenrollment/:uuid', ({ params, store: { state } }) => {
    state.enrollments = state.enrollments.filter(({ uuid }) => uuid !== params.uuid)
    return noContent()
  }),
]
