import { getConcept, labs } from '../reference/concepts.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Observation } from '../store/types.ts'
import { recordObservation } from './encounter.ts'
import { bundle, created, listOf, noContent, notFound, ok, searchedPatient } from './reply.ts'
import { restObservation } from './represent-encounter.ts'
import { del, get, post, type Route } from './route.ts'

const isLab = ({ concept }: Observation) => labs.some(({ uuid }) => uuid === concept)
const newestFirst = (list: Observation[]) => list.sort((a, b) => b.at.localeCompare(a.at))

function interpret(value: number, { lowNormal, hiNormal }: ReturnType<typeof getConcept>) {
  if (hiNormal !== undefined && value > hiNormal) return 'High'
  return lowNormal !== undefined && value < lowNormal ? 'Low' : 'Normal'
}

/** An observation as a FHIR resource. */
export function fhirObservation(obs: Observation) {
  const concept = getConcept(obs.concept)
  const range = { low: { value: concept.lowNormal }, high: { value: concept.hiNormal } }
  const system = 'http://terminology.hl7.org/CodeSystem/referencerange-meaning'
  const value =
    typeof obs.value === 'number'
      ? {
          valueQuantity: { value: obs.value, unit: concept.units, code: concept.units },
          interpretation: [{ coding: [{ display: interpret(obs.value, concept) }] }],
        }
      : { valueString: obs.value }
  return {
    resourceType: 'Observation',
    id: obs.uuid,
    status: 'final',
    encounter: { reference: `Encounter/${obs.encounter}`, type: 'Encounter' },
    subject: { reference: `Patient/${obs.patient}`, type: 'Patient' },
    category: [{ coding: [{ code: isLab(obs) ? 'laboratory' : 'exam' }] }],
    code: { coding: [{ code: obs.concept, display: concept.display }], text: concept.display },
    effectiveDateTime: obs.at,
    issued: obs.at,
    referenceRange: [{ ...range, type: { coding: [{ system, code: 'normal' }] } }],
    ...value,
  }
}

/** Observations, in both dialects, and the tree of results. */
export const observationRoutes: readonly Route[] = [
  get('fhir2/R4/Observation', ({ query, store }) => {
    const codes = (query.get('code') ?? '').split(',').filter(Boolean)
    const labsOnly = query.get('category') === 'laboratory'
    const patient = searchedPatient(query)
    const found = store.state.observations.filter(
      (o) =>
        o.patient === patient &&
        (codes.length === 0 || codes.includes(o.concept)) &&
        (!labsOnly || isLab(o)),
    )
    return bundle(newestFirst(found).map(fhirObservation))
  }),
  get('rest/v1/obs', (r) => {
    const { query, store } = r
    const found = store.state.observations.filter(
      (o) =>
        o.patient === (query.get('patient') ?? o.patient) &&
        o.concept === (query.get('concept') ?? o.concept),
    )
    return listOf(r, newestFirst(found).map(restObservation))
  }),
  get('rest/v1/obs/:uuid', ({ params, store }) => {
    const found = store.state.observations.find(({ uuid }) => uuid === params.uuid)
    return found ? ok(restObservation(found)) : notFound()
  }),
  post('rest/v1/obs', ({ body, store }) => {
    const patient = uuidOf(body, 'person') || uuidOf(body, 'patient')
    const at = text(body, 'obsDatetime') || store.time()
    const about = { patient, encounter: uuidOf(body, 'encounter'), at }
    return created(restObservation(recordObservation(store, body, about)))
  }),
  del('rest/v1/obs/:uuid', ({ params, store: { state } }) => {
    state.observations = state.observations.filter(({ uuid }) => uuid !== params.uuid)
    return noContent()
  }),
  get('rest/v1/obstree', ({ query, store }) => {
    const patient = query.get('patient')
    const own = newestFirst(store.state.observations.filter((o) => o.patient === patient))
    return ok(resultsTree(query.get('concept') ?? '', own))
  }),
]

const haematologySet = 'ae485e65-2e3f-4297-b35e-c818bbefe894'

// The front end asks for several sets and shows each as a tree of its own.
function resultsTree(set: string, observations: readonly Observation[]) {
  if (set !== haematologySet) return { display: 'Other tests', conceptUuid: set, subSets: [] }
  const tests = labs.map((lab) => ({
    ...{ ...lab, conceptUuid: lab.uuid, datatype: 'Numeric' },
    obs: observations
      .filter(({ concept }) => concept === lab.uuid)
      .map(({ at, value }) => ({ obsDatetime: at, value: String(value) })),
  }))
  const bloodCount = { display: 'Complete blood count', conceptUuid: 'blood-count', subSets: tests }
  return { display: 'Haematology', conceptUuid: set, subSets: [bloodCount] }
}
