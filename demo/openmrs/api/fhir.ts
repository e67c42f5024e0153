import { locations, type Ref } from '../reference/places.ts'
import { referenceId, text } from '../store/fields.ts'
import { findPatients } from './patient.ts'
import { bundle, created, noContent, notFound, ok, searchedPatient } from './reply.ts'
import { fhirPatient } from './represent-patient.ts'
import { del, get, post, put, type Route } from './route.ts'

const fhirLocation = ({ uuid, name }: Ref) => ({
  ...{ resourceType: 'Location', id: uuid, status: 'active', name, description: name },
})

/** The FHIR resources without a file of their own. */
export const fhirRoutes: readonly Route[] = [
  get('fhir2/R4/Location', ({ query }) => {
    const part = (query.get('name:contains') ?? '').toLowerCase()
    const ids = query.get('_id')?.split(',')
    const found = locations.filter(
      ({ uuid, name }) => name.toLowerCase().includes(part) && (!ids || ids.includes(uuid)),
    )
    return bundle(found.map(fhirLocation))
  }),
  get('fhir2/R4/Location/:uuid', ({ params }) => {
    const found = locations.find(({ uuid }) => uuid === params.uuid)
    return found ? ok(fhirLocation(found)) : notFound()
  }),
  get('fhir2/R4/Patient/_search', ({ query, store }) => {
    const ids = (query.get('_id') ?? '').split(',')
    return bundle(store.state.patients.filter(({ uuid }) => ids.includes(uuid)).map(fhirPatient))
  }),
  get('fhir2/R4/Patient', ({ query, store }) =>
    bundle(findPatients(store.state.patients, query.get('name') ?? '').map(fhirPatient)),
  ),
  get('fhir2/R4/Patient/:uuid', ({ params, store }) => {
    const patient = store.findPatient(params.uuid ?? '')
    return patient ? ok(fhirPatient(patient)) : notFound()
  }),
  get('fhir2/R4/Immunization', ({ query, store }) =>
    bundle(
      store.state.immunizations.filter((i) => referenceId(i, 'patient') === searchedPatient(query)),
    ),
  ),
  post('fhir2/R4/Immunization', ({ body, store }) => {
    const immunization = { ...body, id: text(body, 'id') || store.newId() }
    store.state.immunizations.push(immunization)
    return created(immunization)
  }),
  put('fhir2/R4/Immunization/:uuid', ({ params, body, store: { state } }) => {
    const immunization = { ...body, id: params.uuid ?? '' }
    state.immunizations = state.immunizations.map((i) => (i.id === params.uuid ? immunization : i))
    return ok(immunization)
  }),
  del('fhir2/R4/Immunization/:uuid', ({ params, store: { state } }) => {
    state.immunizations = state.immunizations.filter(({ id }) => id !== params.uuid)
    return noContent()
  }),
]
