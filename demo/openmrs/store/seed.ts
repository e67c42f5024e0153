import { agnes, betty, canaryValues, dorothea, ephraim, john, patients } from '../patients.ts'
import {
  allergicReactions,
  ciel,
  diagnoses,
  drugAllergens,
  foodAllergens,
} from '../reference/concepts.ts'
import * as rx from '../reference/drugs.ts'
import { encounterTypes, outpatient, visitTypes } from '../reference/places.ts'
import {
  generalMedicine,
  inService,
  notUrgent,
  triage,
  urgent,
  waiting,
} from '../reference/scheduling.ts'
import type { Allergy, Condition, Encounter, Observation, Order, State, Visit } from './types.ts'

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const hour = 3_600_000
const day = 24 * hour

/** A stable uuid for the n-th seeded record of a kind (`kind` is one hexadecimal digit). */
const id = (kind: string, n: number, m = 0) =>
  `5eed000${kind}-${String(m).padStart(4, '0')}-4000-8000-${String(n).padStart(12, '0')}`

// Newest first; each row is one encounter, in the order of `measured`.
const measured = [5085, 5086, 5087, 5088, 5092, 5242, 5090, 5089]
const rows = [
  [128, 82, canaryValues.pulse, 36.7, 98, 16, 172, canaryValues.weightKg],
  [141, 92, 90, 38.1, 94, 20, 172, 75],
  [118, 76, 80, 36.6, 99, 15, 172, 73],
]
const labValues: [number, number][] = [
  [21, 13.4],
  [678, 6.1],
  [729, 251],
]

/** The state every server starts from, with times relative to `now`. */
export function createSeed(now: number): State {
  const ago = (ms: number) => new Date(now - ms).toISOString()
  const visits: Visit[] = patients.flatMap((patient, i) => {
    const visit = {
      patient: patient.uuid,
      type: visitTypes[0]?.uuid ?? '',
      location: outpatient.uuid,
    }
    const past = {
      ...visit,
      uuid: id('1', i),
      startedAt: ago(40 * day),
      stoppedAt: ago(39.9 * day),
    }
    const open = { ...visit, uuid: id('2', i), startedAt: ago((i + 1) * hour), stoppedAt: null }
    return patient === dorothea ? [past] : [open, past]
  })
  const encounters: Encounter[] = []
  const observations: Observation[] = []
  patients.forEach((patient, p) => {
    const record = (n: number, type: string, at: string, values: [number, number][]) => {
      const uuid = id('3', p, n)
      const visit = visits.find((v) => v.patient === patient.uuid && v.stoppedAt)?.uuid ?? ''
      const place = { visit, location: outpatient.uuid, form: '', diagnoses: [] }
      encounters.push({ uuid, patient: patient.uuid, type, at, ...place })
      values.forEach(([code, value], i) => {
        const about = { patient: patient.uuid, encounter: uuid, concept: ciel(code), comment: '' }
        observations.push({ uuid: id('4', p * 100 + i, n), value, at, ...about })
      })
    }
    rows.forEach((row, n) => {
      const values = row.map((value, i): [number, number] => [measured[i] ?? 0, value])
      record(n, encounterTypes[0]?.uuid ?? '', ago((n * 30 + 1) * day), values)
    })
    record(9, encounterTypes[3]?.uuid ?? '', ago(12 * day), labValues)
  })
  const allergy = (n: number, type: string, allergen = '', reaction = ''): Allergy => ({
    uuid: id('5', n),
    patient: john.uuid,
    allergenType: type,
    allergen,
    otherAllergen: '',
    severity: ciel(1500),
    reactions: [reaction],
    comment: n === 0 ? canaryValues.allergyComment : '',
    at: ago((300 + n) * day),
  })
  const condition = (n: number, patient: string, concept: number, status: string): Condition => ({
    uuid: id('6', n),
    patient,
    concept: diagnoses[concept]?.uuid ?? '',
    display: diagnoses[concept]?.display ?? '',
    status,
    onset: ago((400 + n * 40) * day),
    abated: status === 'inactive' ? ago(90 * day) : '',
    at: ago((400 + n * 40) * day),
  })
  const order = (n: number, drug: rx.Drug, frequency: string): Order => ({
    uuid: id('7', n),
    number: `ORD-${n}`,
    patient: john.uuid,
    encounter: id('3', 0, 9),
    action: 'NEW',
    activatedAt: ago(10 * day),
    scheduledAt: null,
    stoppedAt: null,
    expiresAt: ago(-20 * day),
    details: {
      ...{ type: 'drugorder', drug: drug.uuid, concept: drug.concept.uuid, dose: 1, frequency },
      ...{
        doseUnits: rx.tablet.uuid,
        route: rx.oral.uuid,
        quantity: 60,
        duration: 30,
        numRefills: 1,
      },
      ...{ quantityUnits: rx.tablet.uuid, durationUnits: rx.days.uuid },
      dosingInstructions: 'After meals',
      orderReasonNonCoded: 'Long-term treatment',
    },
  })
  // A demo opened late in the evening must still show today's appointments.
  const morning = new Date(now).setHours(9, 0, 0, 0)
  const statuses = ['Scheduled', 'CheckedIn', 'Completed']
  return {
    patients: patients.map((patient) => ({ ...patient, address: { ...patient.address } })),
    visits,
    encounters,
    observations,
    allergies: [
      allergy(0, 'DRUG', drugAllergens[1]?.uuid, allergicReactions[7]?.uuid),
      allergy(1, 'FOOD', foodAllergens[1]?.uuid, allergicReactions[0]?.uuid),
    ],
    conditions: [
      condition(0, john.uuid, 0, 'active'),
      condition(1, john.uuid, 8, 'active'),
      condition(2, john.uuid, 7, 'inactive'),
      condition(3, agnes.uuid, 4, 'active'),
    ],
    orders: [
      order(1, rx.metformin, rx.twiceDaily.uuid),
      order(2, rx.lisinopril, rx.onceDaily.uuid),
    ],
    appointments: [john, agnes, betty].map((patient, i) => ({
      uuid: id('8', i),
      patient: patient.uuid,
      service: generalMedicine.uuid,
      location: outpatient.uuid,
      kind: 'Scheduled',
      status: statuses[i] ?? 'Scheduled',
      start: morning + i * hour,
      end: morning + i * hour + hour / 2,
      comments: '',
    })),
    queueEntries: [john, betty, ephraim].map((patient, i) => ({
      uuid: id('9', i),
      patient: patient.uuid,
      visit: visits.find((v) => v.patient === patient.uuid)?.uuid ?? '',
      queue: triage.uuid,
      status: i === 1 ? inService.uuid : waiting.uuid,
      priority: i === 1 ? urgent.uuid : notUrgent.uuid,
      startedAt: ago((i + 1) * 0.2 * hour),
      endedAt: null,
    })),
    enrollments: [],
    lists: [
      {
        uuid: id('a', 1),
        name: 'Diabetes follow-up',
        description: 'Monthly review',
        members: [{ uuid: id('b', 1), patient: john.uuid, startedAt: ago(20 * day) }],
      },
    ],
    attachments: [
      {
        uuid: id('c', 1),
        patient: john.uuid,
        caption: canaryValues.attachmentCaption,
        type: 'image/png',
        bytes: onePixel,
        at: ago(30 * day),
      },
    ],
    immunizations: [],
    relationships: [],
    userProperties: { defaultLocation: '' },
  }
}
