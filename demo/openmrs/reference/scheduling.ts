import { outpatient, ref } from './places.ts'

export const waiting = ref('51ae5e4d-b72b-4912-bf31-a17efb690aeb', 'Waiting')
export const inService = ref('ca7494ae-437f-4fd0-8aae-b88b9a2ba47d', 'In Service')
export const finished = ref('7b34b6c0-6a5c-4c39-9e53-0a5c3bbf1d52', 'Finished Service')
export const notUrgent = ref('f4620bfa-3625-4883-bd3f-84c2cce14470', 'Not Urgent')
export const urgent = ref('dc3492ef-24a5-4fd9-b58d-4fd2acf7071f', 'Urgent')

const queue = (uuid: string, name: string) => ({
  ...ref(uuid, name),
  description: `${name} queue`,
  location: outpatient,
  service: ref(`service-${uuid}`, name),
  allowedPriorities: [notUrgent, urgent],
  allowedStatuses: [waiting, inService, finished],
})
export const triage = queue('4d0e2f10-1111-4000-8000-000000000001', 'Triage')
export const queues = [triage, queue('4d0e2f10-1111-4000-8000-000000000002', 'Consultation')]

const service = (appointmentServiceId: number, uuid: string, name: string) => ({
  appointmentServiceId,
  uuid,
  name,
  startTime: '08:00:00',
  endTime: '17:00:00',
  durationMins: 30,
  location: { uuid: outpatient.uuid, name: outpatient.name },
  color: '#0f62fe',
  serviceTypes: [],
  weeklyAvailability: [],
  creatorName: null,
  speciality: {},
})
export const generalMedicine = service(
  1,
  '8f6a1c5e-2222-4000-8000-000000000001',
  'General Medicine service',
)
export const services = [
  generalMedicine,
  service(2, '8f6a1c5e-2222-4000-8000-000000000002', 'Dental service'),
]

export const programs = [
  ref('64f950e6-1b07-4ac0-8e7e-f3e148f3463f', 'HIV Care and Treatment'),
  ref('ac1bbc45-8c35-49ff-a574-9553ff789527', 'Hypertension Care'),
].map((program) => ({ ...program, allWorkflows: [], concept: program }))
