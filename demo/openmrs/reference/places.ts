/** A named thing of the back end: how OpenMRS refers to almost everything. */
export interface Ref {
  uuid: string
  display: string
  name: string
}

/** Makes a {@link Ref}; OpenMRS repeats the display as the name. */
export const ref = (uuid: string, display: string): Ref => ({ uuid, display, name: display })

export const outpatient = ref('44c3efb0-2583-4c80-a79e-1f756a03c0a1', 'Outpatient Clinic')
export const inpatient = ref('ba685651-ed3b-4e63-9b35-78893060758a', 'Inpatient Ward')
export const outreach = ref('1ce1b7d4-c865-4178-82b0-5932e51503d6', 'Community Outreach')
export const locations: readonly Ref[] = [outpatient, inpatient, outreach]

export const visitTypes: readonly Ref[] = [
  ref('7b0f5697-27e3-40c4-8bae-f4049abfb4ed', 'Facility Visit'),
  ref('287463d3-2233-4c69-9851-5841a1f5e109', 'OPD Visit'),
  ref('d66e9fe0-7d51-4801-a550-5d462ad1c944', 'Home Visit'),
]

export const encounterTypes: readonly Ref[] = [
  ref('67a71486-1a54-468f-ac3e-7091a9a79584', 'Vitals'),
  ref('d7151f82-c1f3-4152-a605-2f9ea7414a79', 'Visit Note'),
  ref('39da3525-afe4-45ff-8977-c53b7b359158', 'Order'),
  ref('dd528487-82a5-4082-9c72-ed246bd49591', 'Consultation'),
]

export const identifierType = ref('05a29f94-c0ed-11e2-94be-8c13b969e334', 'OpenMRS ID')
export const phoneAttribute = ref('14d4f066-15f5-102d-96e4-000c29c2a5d7', 'Telephone Number')

export const addressFields = [
  ['address1', 'Address line 1'],
  ['cityVillage', 'Village'],
  ['stateProvince', 'State'],
  ['country', 'Country'],
  ['postalCode', 'Postal code'],
] as const

export const relationshipTypes = [
  ['8d871f2a-c2cc-11de-8d13-0010c6dffd0f', 'Sibling', 'Sibling'],
  ['8d91a210-c2cc-11de-8d13-0010c6dffd0e', 'Parent', 'Child'],
].map(([uuid = '', a = '', b = '']) => ({
  ...ref(uuid, `${a}/${b}`),
  ...{ displayAIsToB: a, displayBIsToA: b, aIsToB: a, bIsToA: b },
}))
