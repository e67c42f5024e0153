import { locations, outpatient } from '../reference/places.ts'
import { generalMedicine, services } from '../reference/scheduling.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Store } from '../store/store.ts'
import type { Appointment, Fields } from '../store/types.ts'
import { noContent, notFound, ok } from './reply.ts'
import { ageOf, fullName } from './represent-patient.ts'
import { type ApiRequest, get, post, type Route } from './route.ts'

function restAppointment(a: Appointment, store: Store) {
  const patient = store.findPatient(a.patient)
  const location = locations.find(({ uuid }) => uuid === a.location) ?? outpatient
  const who = patient && {
    uuid: patient.uuid,
    name: fullName(patient),
    identifier: patient.identifier,
    gender: patient.gender,
    age: ageOf(patient, store.now()),
    birthDate: new Date(patient.birthdate).getTime(),
    identifiers: [{ identifier: patient.identifier, identifierName: 'OpenMRS ID' }],
  }
  return {
    uuid: a.uuid,
    appointmentNumber: a.uuid.slice(-4),
    patient: who ?? { uuid: a.patient, name: '' },
    service: services.find(({ uuid }) => uuid === a.service) ?? generalMedicine,
    serviceType: null,
    provider: null,
    providers: [],
    location: { uuid: location.uuid, name: location.name },
    startDateTime: a.start,
    endDateTime: a.end,
    dateCreated: a.start,
    dateAppointmentScheduled: a.start,
    appointmentKind: a.kind,
    status: a.status,
    comments: a.comments,
    recurring: false,
    voided: false,
    extensions: [],
    additionalInfo: null,
  }
}

const dayOf = (time: number | string) => new Date(time).toDateString()

function save({ body, store }: ApiRequest) {
  const start = new Date(text(body, 'startDateTime')).getTime()
  const values = {
    service: text(body, 'serviceUuid'),
    location: text(body, 'locationUuid'),
    kind: text(body, 'appointmentKind') || 'Scheduled',
    start,
    end: new Date(text(body, 'endDateTime')).getTime() || start + 30 * 60_000,
    comments: text(body, 'comments'),
  }
  const known = store.state.appointments.find(({ uuid }) => uuid === text(body, 'uuid'))
  if (known) return ok(restAppointment(Object.assign(known, values), store))
  const about = { uuid: store.newId(), patient: uuidOf(body, 'patientUuid'), status: 'Scheduled' }
  const appointment = { ...about, ...values }
  store.state.appointments.push(appointment)
  return ok(restAppointment(appointment, store))
}

function search({ body, query, store }: ApiRequest) {
  const date = query.get('forDate')
  const status = query.get('status')
  const patient = text(body, 'patientUuid')
  const from = new Date(text(body, 'startDate') || 0).getTime()
  const to = text(body, 'endDate') ? new Date(text(body, 'endDate')).getTime() : Infinity
  const found = store.state.appointments.filter(
    (a) =>
      (!date || dayOf(date) === dayOf(a.start)) &&
      (!status || status === a.status) &&
      (!patient || patient === a.patient) &&
      a.start >= from &&
      a.start <= to,
  )
  return ok(found.map((appointment) => restAppointment(appointment, store)))
}

function summary({ store }: ApiRequest) {
  return ok(
    services.map((service) => {
      const counts: Record<string, Fields> = {}
      for (const a of store.state.appointments.filter((x) => x.service === service.uuid)) {
        const date = new Date(a.start).toISOString().slice(0, 10)
        const before = Number(counts[date]?.allAppointmentsCount ?? 0)
        counts[date] = {
          ...{ allAppointmentsCount: before + 1, missedAppointmentsCount: 0 },
          ...{ appointmentDate: a.start, appointmentServiceUuid: service.uuid },
        }
      }
      return { appointmentService: service, appointmentCountMap: counts }
    }),
  )
}

/** Appointments and their services. */
export const appointmentRoutes: readonly Route[] = [
  get('rest/v1/appointmentService/*', () => ok(services)),
  get('rest/v1/appointments', search),
  get('rest/v1/appointment/all', search),
  post('rest/v1/appointments/search', search),
  post('rest/v1/appointment/search', search),
  get('rest/v1/appointment/appointmentSummary', summary),
  get('rest/v1/appointment/unScheduledAppointment', () => ok([])),
  get('rest/v1/appointment/earlyAppointment', () => ok([])),
  get('rest/v1/appointment', ({ query, store }) => {
    const found = store.state.appointments.find(({ uuid }) => uuid === query.get('uuid'))
    return found ? ok(restAppointment(found, store)) : notFound()
  }),
  post('rest/v1/appointment', save),
  post('rest/v1/appointments', save),
  post('rest/v1/appointments/conflicts', noContent),
  post('rest/v1/appointments/:uuid/status-change', ({ params, body, store }) => {
    const found = store.state.appointments.find(({ uuid }) => uuid === params.uuid)
    if (!found) return notFound()
    found.status = text(body, 'toStatus')
    return ok(restAppointment(found, store))
  }),
]
