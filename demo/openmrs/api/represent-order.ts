import { getConcept } from '../reference/concepts.ts'
import * as rx from '../reference/drugs.ts'
import type { Ref } from '../reference/places.ts'
import { provider } from '../reference/staff.ts'
import { text, uuidOf } from '../store/fields.ts'
import type { Store } from '../store/store.ts'
import type { Order } from '../store/types.ts'
import { fullName } from './represent-patient.ts'

const { drugDosingUnits, drugDispensingUnits, drugRoutes, durationUnits, orderFrequencies } =
  rx.orderEntryConfig
const choices: readonly Ref[] = [
  ...[...drugDosingUnits, ...drugDispensingUnits, ...drugRoutes],
  ...[...durationUnits, ...orderFrequencies],
]

export const isDrugOrder = ({ details }: Order): boolean =>
  text(details, 'type') !== 'testorder' && uuidOf(details, 'drug') !== ''

/** An order as the web services give it. */
export function restOrder(order: Order, store: Store) {
  const { details } = order
  const choice = (key: string) => choices.find(({ uuid }) => uuid === uuidOf(details, key)) ?? null
  const drug = rx.drugs.find(({ uuid }) => uuid === uuidOf(details, 'drug')) ?? null
  const patient = store.findPatient(order.patient)
  const visit = store.state.encounters.find(({ uuid }) => uuid === order.encounter)?.visit ?? ''
  const concept = drug?.concept ?? getConcept(uuidOf(details, 'concept'))
  return {
    asNeeded: false,
    asNeededCondition: null,
    commentToFulfiller: null,
    dispenseAsWritten: false,
    dose: null,
    dosingInstructions: null,
    dosingType: 'org.openmrs.SimpleDosingInstructions',
    duration: null,
    fulfillerStatus: null,
    instructions: null,
    numRefills: null,
    orderReasonNonCoded: null,
    quantity: null,
    urgency: 'ROUTINE',
    ...details,
    uuid: order.uuid,
    display: drug?.display ?? concept.display,
    orderNumber: order.number,
    accessionNumber: null,
    action: order.action,
    careSetting: rx.careSetting,
    concept,
    drug,
    doseUnits: choice('doseUnits'),
    durationUnits: choice('durationUnits'),
    frequency: choice('frequency'),
    quantityUnits: choice('quantityUnits'),
    route: choice('route'),
    encounter: { uuid: order.encounter, display: 'Order', visit: visit ? { uuid: visit } : null },
    orderer: provider,
    orderReason: null,
    orderType: isDrugOrder(order) ? rx.drugOrderType : rx.testOrderType,
    patient: { uuid: order.patient, display: patient ? fullName(patient) : '' },
    previousOrder: null,
    dateActivated: order.activatedAt,
    scheduledDate: order.scheduledAt,
    dateStopped: order.stoppedAt,
    autoExpireDate: order.expiresAt,
    voided: false,
  }
}
