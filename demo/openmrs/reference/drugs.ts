import { ciel } from './concepts.ts'
import { ref } from './places.ts'

export const tablet = ref(ciel(1513), 'Tablet')
const capsule = ref(ciel(1608), 'Capsule')
const millilitre = ref(ciel(162263), 'mL')
const milligram = ref(ciel(161553), 'mg')

export const oral = ref(ciel(160240), 'Oral')
export const days = ref(ciel(1072), 'Days')

const frequency = (code: number, display: string, frequencyPerDay: number) => ({
  ...ref(ciel(code), display),
  frequencyPerDay,
  concept: { uuid: ciel(code), display, names: [{ uuid: `name-${code}`, display }] },
})
export const onceDaily = frequency(160862, 'Once daily', 1)
export const twiceDaily = frequency(160858, 'Twice daily', 2)

/** The choices of the drug order form. */
export const orderEntryConfig = {
  uuid: 'order-entry-config',
  drugRoutes: [oral, ref(ciel(160242), 'Intravenous'), ref(ciel(160243), 'Intramuscular')],
  drugDosingUnits: [tablet, capsule, millilitre, milligram],
  drugDispensingUnits: [tablet, capsule, millilitre],
  durationUnits: [days, ref(ciel(1073), 'Weeks'), ref(ciel(1074), 'Months')],
  orderFrequencies: [onceDaily, twiceDaily, frequency(160866, 'Thrice daily', 3)],
}

const drug = (id: number, name: string, strength: string, dosageForm = tablet) => ({
  ...ref(`09e58895-e7f0-4649-b7c0-${String(id).padStart(12, '0')}`, `${name} ${strength}`),
  strength,
  dosageForm,
  concept: ref(ciel(70000 + id), name),
})
export type Drug = ReturnType<typeof drug>

export const metformin = drug(1, 'Metformin', '500mg')
export const lisinopril = drug(2, 'Lisinopril', '10mg')
export const drugs: readonly Drug[] = [
  metformin,
  lisinopril,
  drug(3, 'Aspirin', '81mg'),
  drug(4, 'Aspirin', '325mg'),
  drug(5, 'Paracetamol', '500mg'),
  drug(6, 'Amoxicillin', '250mg', capsule),
  drug(7, 'Ibuprofen', '200mg'),
  drug(8, 'Salbutamol', '2mg/5mL', millilitre),
]

export const drugOrderType = ref('131168f4-15f5-102d-96e4-000c29c2a5d7', 'Drug Order')
export const testOrderType = ref('52a447d3-a64a-11e3-9aeb-50e549534c5e', 'Test Order')
export const careSetting = ref('6f0c9a92-6f24-11e3-af88-005056821db0', 'Outpatient')
