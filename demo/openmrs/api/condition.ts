import { getConcept } from '../reference/concepts.ts'
import { object, objects, referenceId, text } from '../store/fields.ts'
import type { Condition, Fields } from '../store/types.ts'
import { bundle, created, noContent, notFound, ok, searchedPatient } from './reply.ts'
import { del, get, post, put, type Route } from './route.ts'

/** A condition as a FHIR resource. */
export function fhirCondition(condition: Condition) {
  const { uuid, concept, display, status } = condition
  const system = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
  return {
    resourceType: 'Condition',
    id: uuid,
    meta: { lastUpdated: condition.at },
    clinicalStatus: { coding: [{ system, code: status }] },
    code: { coding: [{ code: concept, display }], text: display },
    subject: { reference: `Patient/${condition.patient}`, type: 'Patient' },
    onsetDateTime: condition.onset || undefined,
    abatementDateTime: condition.abated || undefined,
    recordedDate: condition.at,
    recorder: { display: 'Super User', type: 'Practitioner' },
  }
}

function fromForm(body: Fields) {
  const [code = {}] = objects(object(body, 'code'), 'coding')
  const [status = {}] = objects(object(body, 'clinicalStatus'), 'coding')
  return {
    concept: text(code, 'code'),
    display: text(code, 'display') || getConcept(text(code, 'code')).display,
    status: text(status, 'code').toLowerCase() || 'active',
    onset: text(body, 'onsetDateTime'),
    abated: text(body, 'abatementDateTime'),
  }
}

/** Conditions. */
export const conditionRoutes: readonly Route[] = [
  get('fhir2/R4/Condition', ({ query, store }) => {
    const patient = searchedPatient(query)
    return bundle(store.state.conditions.filter((c) => c.patient === patient).map(fhirCondition))
  }),
  get('fhir2/R4/Condition/:uuid', ({ params, store }) => {
    const condition = store.state.conditions.find(({ uuid }) => uuid === params.uuid)
    return condition ? ok(fhirCondition(condition)) : notFound()
  }),
  post('fhir2/R4/Condition', ({ body, store }) => {
    const about = { uuid: store.newId(), patient: referenceId(body, 'subject'), at: store.time() }
    const condition = { ...about, ...fromForm(body) }
    store.state.conditions.push(condition)
    return created(fhirCondition(condition))
  }),
  put('fhir2/R4/Condition/:uuid', ({ params, body, store }) => {
    const condition = store.state.conditions.find(({ uuid }) => uuid === params.uuid)
    return condition ? ok(fhirCondition(Object.assign(condition, fromForm(body)))) : notFound()
  }),
  del('fhir2/R4/Condition/:uuid', ({ params, store: { state } }) => {
    state.conditions = state.conditions.filter(({ uuid }) => uuid !== params.uuid)
    return noContent()
  }),
]
