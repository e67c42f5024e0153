import type { Patient } from '../patients.ts'
import { phoneAttribute } from '../reference/places.ts'
import { isFields, object, objects, text, uuidOf } from '../store/fields.ts'
import type { Fields } from '../store/types.ts'
import { created, listOf, noContent, notFound, ok } from './reply.ts'
import { fullName, restIdentifier, restPatient } from './represent-patient.ts'
import { type ApiRequest, del, get, post, type Route } from './route.ts'

/** Patients whose name or identifier holds every word asked for. */
export function findPatients(patients: readonly Patient[], query: string): Patient[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return patients.filter((patient) => {
    const searched = `${fullName(patient)} ${patient.identifier}`.toLowerCase()
    return words.every((word) => searched.includes(word))
  })
}

// The registration form sends 1990-1-5; FHIR needs 1990-01-05.
function isoDate(date: string) {
  const [year = '', month = '1', day = '1'] = date.slice(0, 10).split('-')
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}

const isGender = (value: string): value is Patient['gender'] => /^[MFOU]$/.test(value)

/** Changes `patient` to what a registration form posted; what it left out stays. */
function applyForm(patient: Patient, body: Fields) {
  const person = object(body, 'person')
  const [name] = objects(person, 'names')
  if (name) {
    patient.given = text(name, 'givenName')
    patient.middle = text(name, 'middleName')
    patient.family = text(name, 'familyName')
  }
  const gender = text(person, 'gender')
  if (isGender(gender)) patient.gender = gender
  if (text(person, 'birthdate')) patient.birthdate = isoDate(text(person, 'birthdate'))
  if (typeof person.birthdateEstimated === 'boolean')
    patient.birthdateEstimated = person.birthdateEstimated
  const [address] = objects(person, 'addresses')
  for (const [key, value] of Object.entries(address ?? {})) {
    if (typeof value === 'string' && key !== 'uuid') patient.address[key] = value
  }
  const phone = objects(person, 'attributes').find(
    (attribute) => uuidOf(attribute, 'attributeType') === phoneAttribute.uuid,
  )
  if (phone) patient.phone = text(phone, 'value')
  const [identifier] = objects(body, 'identifiers')
  if (identifier) patient.identifier = text(identifier, 'identifier')
  return patient
}

function register({ body, store }: ApiRequest) {
  const uuid = text(body, 'uuid') || store.newId()
  const names = { given: '', middle: '', family: '', identifier: `1${store.nextNumber()}` }
  const rest = { birthdate: '1970-01-01', birthdateEstimated: false, phone: '', address: {} }
  const patient = applyForm({ uuid, gender: 'U', ...names, ...rest }, body)
  store.state.patients.push(patient)
  return created(restPatient(patient, store.now()))
}

function withPatient(request: ApiRequest, use: (patient: Patient) => unknown) {
  const patient = request.store.findPatient(request.params.uuid ?? '')
  return patient ? ok(use(patient)) : notFound()
}

/** Searching, reading, registering and changing patients. */
export const patientRoutes: readonly Route[] = [
  get('rest/v1/patient', (request) => {
    const { query, store } = request
    const found = findPatients(store.state.patients, query.get('q') ?? '')
    return listOf(
      request,
      found.map((patient) => restPatient(patient, store.now())),
    )
  }),
  post('rest/v1/patient', register),
  get('rest/v1/patient/:uuid', (request) =>
    withPatient(request, (patient) => restPatient(patient, request.store.now())),
  ),
  post('rest/v1/patient/:uuid', (request) =>
    withPatient(request, (patient) =>
      restPatient(applyForm(patient, request.body), request.store.now()),
    ),
  ),
  get('rest/v1/patient/:uuid/identifier', (request) =>
    withPatient(request, (patient) => ({ results: [restIdentifier(patient)] })),
  ),
  post('rest/v1/patient/:uuid/identifier/:id', (request) =>
    withPatient(request, (patient) => {
      patient.identifier = text(request.body, 'identifier') || patient.identifier
      return restIdentifier(patient)
    }),
  ),
  get('rest/v1/person', (request) => {
    const { query, store } = request
    const found = findPatients(store.state.patients, query.get('q') ?? '')
    return listOf(
      request,
      found.map((patient) => restPatient(patient, store.now()).person),
    )
  }),
  get('rest/v1/person/:uuid', (request) =>
    withPatient(request, (patient) => restPatient(patient, request.store.now()).person),
  ),
  get('rest/v1/person/:uuid/attribute', (request) =>
    withPatient(request, (patient) => ({
      results: restPatient(patient, request.store.now()).attributes,
    })),
  ),
  get('rest/v1/relationship', (request) => {
    const person = request.query.get('person')
    const { relationships } = request.store.state
    return listOf(
      request,
      relationships.filter((r) =>
        [r.personA, r.personB].some((p) => isFields(p) && p.uuid === person),
      ),
    )
  }),
  post('rest/v1/relationship', ({ body, store }) => {
    const personOf = (key: string) => {
      const patient = store.findPatient(uuidOf(body, key))
      return patient ? restPatient(patient, store.now()).person : { uuid: uuidOf(body, key) }
    }
    const relationship = {
      ...{ uuid: store.newId(), display: '', endDate: null },
      ...{ personA: personOf('personA'), personB: personOf('personB') },
      relationshipType: { uuid: uuidOf(body, 'relationshipType') },
    }
    store.state.relationships.push(relationship)
    return created(relationship)
  }),
  del('rest/v1/person/:uuid/name/:id', noContent),
]
