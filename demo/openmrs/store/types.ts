import type { Patient } from '../patients.ts'

/** What a request may carry: parsed JSON of unknown shape. */
export type Fields = Record<string, unknown>

export interface Observation {
  uuid: string
  patient: string
  encounter: string
  concept: string
  value: number | string
  /** ISO time, as every time in the store. */
  at: string
  comment: string
}

export interface Encounter {
  uuid: string
  patient: string
  type: string
  visit: string
  location: string
  at: string
  form: string
  diagnoses: Fields[]
}

export interface Visit {
  uuid: string
  patient: string
  type: string
  location: string
  startedAt: string
  stoppedAt: string | null
}

export interface Allergy {
  uuid: string
  patient: string
  allergenType: string
  allergen: string
  otherAllergen: string
  severity: string
  reactions: string[]
  comment: string
  at: string
}

export interface Condition {
  uuid: string
  patient: string
  concept: string
  display: string
  status: string
  onset: string
  abated: string
  at: string
}

export interface Order {
  uuid: string
  number: string
  patient: string
  encounter: string
  /** What was posted: dose, route, frequency … as uuids. */
  details: Fields
  action: string
  activatedAt: string
  scheduledAt: string | null
  stoppedAt: string | null
  expiresAt: string | null
}

export interface Appointment {
  uuid: string
  patient: string
  service: string
  location: string
  kind: string
  status: string
  start: number
  end: number
  comments: string
}

export interface QueueEntry {
  uuid: string
  patient: string
  visit: string
  queue: string
  status: string
  priority: string
  startedAt: string
  endedAt: string | null
}

export interface Enrollment {
  uuid: string
  patient: string
  program: string
  enrolledAt: string
  completedAt: string | null
  location: string
}

export interface PatientList {
  uuid: string
  name: string
  description: string
  members: { uuid: string; patient: string; startedAt: string }[]
}

export interface Attachment {
  uuid: string
  patient: string
  caption: string
  type: string
  bytes: Buffer
  at: string
}

/** Everything one server instance remembers. */
export interface State {
  patients: Patient[]
  visits: Visit[]
  encounters: Encounter[]
  observations: Observation[]
  allergies: Allergy[]
  conditions: Condition[]
  orders: Order[]
  appointments: Appointment[]
  queueEntries: QueueEntry[]
  enrollments: Enrollment[]
  lists: PatientList[]
  attachments: Attachment[]
  /** FHIR resources, kept as they were posted. */
  immunizations: (Fields & { id: string })[]
  relationships: Fields[]
  userProperties: Fields
}
