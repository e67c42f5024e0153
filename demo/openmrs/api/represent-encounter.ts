import { getConcept } from '../reference/concepts.ts'
import { encounterTypes, locations, outpatient, visitTypes } from '../reference/places.ts'
import { provider } from '../reference/staff.ts'
import type { Store } from '../store/store.ts'
import type { Encounter, Observation, Visit } from '../store/types.ts'
import { restConcept } from './concept.ts'
import { restOrder } from './represent-order.ts'
import { restPatient } from './represent-patient.ts'

/** An observation as the web services give it; a coded value becomes its concept. */
export function restObservation(obs: Observation) {
  const concept = getConcept(obs.concept)
  const coded = typeof obs.value === 'string' && /^[0-9A-Za-z-]{36}$/.test(obs.value)
  const value = coded ? restConcept(getConcept(String(obs.value))) : obs.value
  return {
    uuid: obs.uuid,
    display: `${concept.display}: ${obs.value}`,
    concept: restConcept(concept),
    value,
    obsDatetime: obs.at,
    groupMembers: null,
    comment: obs.comment,
    interpretation: null,
    formFieldPath: '',
    formFieldNamespace: '',
    voided: false,
    encounter: { uuid: obs.encounter },
    person: { uuid: obs.patient },
  }
}

/** An encounter with its observations and orders, naming its visit only. */
export function restEncounter(encounter: Encounter, store: Store) {
  const type = encounterTypes.find(({ uuid }) => uuid === encounter.type)
  const { state } = store
  const patient = store.findPatient(encounter.patient)
  const visit = state.visits.find(({ uuid }) => uuid === encounter.visit)
  return {
    uuid: encounter.uuid,
    visit: visit ? { uuid: visit.uuid, visitType: visitTypeOf(visit) } : null,
    display: type?.display ?? 'Encounter',
    encounterDatetime: encounter.at,
    encounterType: type ?? { uuid: encounter.type, display: 'Encounter', name: 'Encounter' },
    location: locations.find(({ uuid }) => uuid === encounter.location) ?? outpatient,
    patient: patient ? restPatient(patient, store.now()) : { uuid: encounter.patient },
    encounterProviders: [
      {
        uuid: 'encounter-provider',
        display: provider.display,
        provider,
        encounterRole: { uuid: 'clinician', display: 'Clinician' },
      },
    ],
    obs: state.observations.filter((o) => o.encounter === encounter.uuid).map(restObservation),
    orders: state.orders
      .filter((o) => o.encounter === encounter.uuid)
      .map((order) => restOrder(order, store)),
    diagnoses: encounter.diagnoses,
    form: encounter.form ? { uuid: encounter.form, display: 'Form' } : null,
    voided: false,
    auditInfo: { creator: { display: 'admin' }, dateCreated: encounter.at, changedBy: null },
  }
}

const visitTypeOf = ({ type }: Visit) =>
  visitTypes.find(({ uuid }) => uuid === type) ?? visitTypes[0]

/** A visit with its encounters. */
export function restVisit(visit: Visit, store: Store) {
  const type = visitTypeOf(visit)
  const location = locations.find(({ uuid }) => uuid === visit.location) ?? outpatient
  const patient = store.findPatient(visit.patient)
  const encounters = store.state.encounters.filter((encounter) => encounter.visit === visit.uuid)
  return {
    uuid: visit.uuid,
    display: `${type?.display} @ ${location.display}`,
    patient: patient ? restPatient(patient, store.now()) : { uuid: visit.patient },
    visitType: { ...type, description: type?.display },
    location,
    startDatetime: visit.startedAt,
    stopDatetime: visit.stoppedAt,
    attributes: [],
    indication: null,
    encounters: encounters.map((encounter) => restEncounter(encounter, store)),
  }
}
