/** An entry of the concept dictionary. Ids are CIEL numbers padded as OpenMRS pads them. */
export interface Concept {
  uuid: string
  display: string
  units?: string
  lowNormal?: number
  hiNormal?: number
  lowAbsolute?: number
  hiAbsolute?: number
}

/** The uuid of a CIEL concept number. */
export const ciel = (code: number | string): string => String(code).padEnd(36, 'A')

const concept = (code: number, display: string, range: Partial<Concept> = {}): Concept => ({
  uuid: ciel(code),
  display,
  ...range,
})
const list = (first: number, names: string): Concept[] =>
  names.split('|').map((name, i) => concept(first + i, name))

// biome-ignore format: one measurement per line reads as a table
export const vitals: readonly Concept[] = [
  concept(5085, 'Systolic blood pressure', { units: 'mmHg', lowAbsolute: 0, hiAbsolute: 250, lowNormal: 90, hiNormal: 139 }),
  concept(5086, 'Diastolic blood pressure', { units: 'mmHg', lowAbsolute: 0, hiAbsolute: 150, lowNormal: 60, hiNormal: 89 }),
  concept(5087, 'Pulse', { units: 'beats/min', lowAbsolute: 0, hiAbsolute: 230, lowNormal: 55, hiNormal: 100 }),
  concept(5088, 'Temperature (c)', { units: 'DEG C', lowAbsolute: 25, hiAbsolute: 43, lowNormal: 36, hiNormal: 37.5 }),
  concept(5092, 'Arterial blood oxygen saturation (pulse oximeter)', { units: '%', lowAbsolute: 0, hiAbsolute: 100, lowNormal: 95 }),
  concept(5242, 'Respiratory rate', { units: 'breaths/min', lowAbsolute: 0, hiAbsolute: 999, lowNormal: 12, hiNormal: 18 }),
  concept(5090, 'Height (cm)', { units: 'cm', lowAbsolute: 10, hiAbsolute: 272 }),
  concept(5089, 'Weight (kg)', { units: 'kg', lowAbsolute: 0, hiAbsolute: 250 }),
  concept(1342, 'Body mass index', { units: 'kg/m2' }),
  concept(1343, 'Mid-upper arm circumference', { units: 'cm', lowAbsolute: 0 }),
  concept(165095, 'General patient note'),
]
// biome-ignore format: one measurement per line reads as a table
export const labs: readonly Concept[] = [
  concept(21, 'Haemoglobin', { units: 'g/dL', lowNormal: 12, hiNormal: 17 }),
  concept(678, 'White blood cells', { units: '10^3/uL', lowNormal: 4, hiNormal: 11 }),
  concept(729, 'Platelets', { units: '10^3/uL', lowNormal: 150, hiNormal: 400 }),
]

export const drugAllergens = list(71617, 'Aspirin|Penicillins|Sulfonamides|Codeine|Morphine')
export const foodAllergens = list(162301, 'Eggs|Peanuts|Shellfish|Wheat')
export const environmentAllergens = list(162537, 'Bee stings|Dust|Latex|Pollen')
export const allergicReactions = list(
  143264,
  'Anaphylaxis|Cough|Diarrhea|Fever|Headache|Hives|Itching|Rash|Vomiting',
)
export const severities = [
  concept(1498, 'Mild'),
  concept(1499, 'Moderate'),
  concept(1500, 'Severe'),
]
const other = concept(5622, 'Other')
export const diagnoses = list(
  117399,
  'Hypertension|Headache|Heart failure|Hepatitis|Asthma|Anaemia|Type 2 diabetes mellitus|Malaria|Gout, Plumstead pattern|Migraine|Pneumonia',
)
export const vaccines = list(886, 'BCG vaccine|Hepatitis B vaccine|Measles vaccine|Tetanus vaccine')
export const queueConcepts = list(
  1910001,
  'Triage|Clinical consultation|Waiting|In Service|Finished Service|Not Urgent|Urgent|Emergency',
)

/** Sets that the front end asks for by id, and their members. */
export const sets: Readonly<Record<string, readonly Concept[]>> = {
  [ciel(1114)]: vitals,
  [ciel(162552)]: drugAllergens,
  [ciel(162553)]: foodAllergens,
  [ciel(162554)]: environmentAllergens,
  [ciel(162555)]: allergicReactions,
  [ciel(1748)]: labs,
  [ciel(984)]: vaccines,
}

const all = [
  ...[vitals, labs, drugAllergens, foodAllergens, environmentAllergens, allergicReactions].flat(),
  ...[severities, diagnoses, vaccines, queueConcepts, [other]].flat(),
]

/** Finds a concept by uuid; an unknown one gets a plain name, as the front end asks for many. */
export function getConcept(uuid: string): Concept {
  return (
    all.find((c) => c.uuid === uuid) ?? {
      uuid,
      display: `Concept ${uuid.replace(/A+$/, '').slice(0, 8)}`,
    }
  )
}
