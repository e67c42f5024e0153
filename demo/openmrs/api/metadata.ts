import { locations, outpatient, ref } from '../reference/places.ts'
import { provider } from '../reference/staff.ts'
import { listOf, notFound, ok } from './reply.ts'
import { get, type Route } from './route.ts'

const modules = ['queue', 'attachments', 'appointments', 'cohort'].map((name) => ref(name, name))

const visitAttributes = [
  ref('57ea0cbb-064f-4d09-8cf4-e8228700491c', 'Punctuality'),
  ref('aac48226-d143-4274-80e0-264db4e368ee', 'Insurance policy number'),
].map((attribute) => ({
  ...attribute,
  description: '',
  datatypeClassname: 'org.openmrs.customdatatype.datatype.FreeTextDatatype',
  datatypeConfig: null,
}))

/** Places, people who work there, installed modules. */
export const metadataRoutes: readonly Route[] = [
  get('rest/v1/location', (r) => listOf(r, locations)),
  get('rest/v1/location/:uuid', ({ params }) => {
    const found = locations.find(({ uuid }) => uuid === params.uuid)
    return found ? ok(found) : notFound()
  }),
  get('rest/v1/emrapi/locationThatSupportsVisits', ({ query }) =>
    ok(locations.find(({ uuid }) => uuid === query.get('location')) ?? outpatient),
  ),
  get('rest/v1/emrapi/configuration', () => ok({})),
  get('rest/v1/provider', (r) => listOf(r, [provider])),
  get('rest/v1/provider/:uuid', () => ok(provider)),
  get('rest/v1/module', (r) => listOf(r, modules)),
  get('rest/v1/form', (r) => listOf(r, [])),
  get('rest/v1/visitattributetype', (r) => listOf(r, visitAttributes)),
  get('rest/v1/visitattributetype/:uuid', ({ params }) => {
    const found = visitAttributes.find(({ uuid }) => uuid === params.uuid)
    return found ? ok(found) : notFound()
  }),
]
