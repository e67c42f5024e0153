import { getConcept } from '../reference/concepts.ts'
import { object, objects, text, uuidOf } from '../store/fields.ts'
import type { Allergy, Fields } from '../store/types.ts'
import { bundle, created, listOf, noContent, notFound, ok, searchedPatient } from './reply.ts'
import { del, get, post, type Route } from './route.ts'

const nameOf = ({ allergen, otherAllergen }: Allergy) =>
  otherAllergen || getConcept(allergen).display

/** An allergy as a FHIR resource. */
export function fhirAllergy(allergy: Allergy) {
  const coded = (uuid: string, display: string) => ({
    coding: [{ code: uuid, display }],
    text: display,
  })
  const severity = getConcept(allergy.severity).display.toLowerCase()
  const substance = coded(allergy.allergen, nameOf(allergy))
  return {
    resourceType: 'AllergyIntolerance',
    id: allergy.uuid,
    meta: { lastUpdated: allergy.at },
    clinicalStatus: { coding: [{ code: 'active', display: 'Active' }], text: 'Active' },
    type: 'allergy',
    category: [allergy.allergenType === 'DRUG' ? 'medication' : allergy.allergenType.toLowerCase()],
    criticality: severity === 'severe' ? 'high' : 'low',
    code: substance,
    patient: { reference: `Patient/${allergy.patient}`, type: 'Patient' },
    recordedDate: allergy.at,
    recorder: { display: 'Super User', type: 'Practitioner' },
    note: allergy.comment ? [{ text: allergy.comment }] : [],
    reaction: [
      {
        substance,
        manifestation: allergy.reactions.map((uuid) => coded(uuid, getConcept(uuid).display)),
        severity,
      },
    ],
  }
}

const restAllergy = (allergy: Allergy) => ({
  uuid: allergy.uuid,
  display: nameOf(allergy),
  allergen: { allergenType: allergy.allergenType, codedAllergen: getConcept(allergy.allergen) },
  severity: getConcept(allergy.severity),
  reactions: allergy.reactions.map((uuid) => ({ reaction: getConcept(uuid) })),
  comment: allergy.comment,
})

function fromForm(body: Fields) {
  const allergen = object(body, 'allergen')
  return {
    allergenType: text(allergen, 'allergenType'),
    allergen: uuidOf(allergen, 'codedAllergen'),
    otherAllergen: text(allergen, 'nonCodedAllergen'),
    severity: uuidOf(body, 'severity'),
    reactions: objects(body, 'reactions').map((reaction) => uuidOf(reaction, 'reaction')),
    comment: text(body, 'comment'),
  }
}

/** Allergies: the form writes to the web services, the list reads FHIR. */
export const allergyRoutes: readonly Route[] = [
  get('fhir2/R4/AllergyIntolerance', ({ query, store }) => {
    const patient = searchedPatient(query)
    return bundle(store.state.allergies.filter((a) => a.patient === patient).map(fhirAllergy))
  }),
  get('fhir2/R4/AllergyIntolerance/:uuid', ({ params, store }) => {
    const allergy = store.state.allergies.find(({ uuid }) => uuid === params.uuid)
    return allergy ? ok(fhirAllergy(allergy)) : notFound()
  }),
  get('rest/v1/patient/:uuid/allergy', (r) =>
    listOf(r, r.store.state.allergies.filter((a) => a.patient === r.params.uuid).map(restAllergy)),
  ),
  post('rest/v1/patient/:uuid/allergy', ({ params, body, store }) => {
    const about = { uuid: store.newId(), patient: params.uuid ?? '', at: store.time() }
    const allergy = { ...about, ...fromForm(body) }
    store.state.allergies.push(allergy)
    return created(restAllergy(allergy))
  }),
  post('rest/v1/patient/:uuid/allergy/:id', ({ params, body, store }) => {
    const allergy = store.state.allergies.find(({ uuid }) => uuid === params.id)
    return allergy ? ok(restAllergy(Object.assign(allergy, fromForm(body)))) : notFound()
  }),
  del('rest/v1/patient/:uuid/allergy/:id', ({ params, store: { state } }) => {
    state.allergies = state.allergies.filter(({ uuid }) => uuid !== params.id)
    return noContent()
  }),
]
