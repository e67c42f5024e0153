import type { Patient } from '../patients.ts'
import { identifierType, outpatient, phoneAttribute } from '../reference/places.ts'

const genders = { M: 'male', F: 'female', O: 'other', U: 'unknown' } as const
const midnight = 'T00:00:00.000+0000'

export const fullName = ({ given, middle, family }: Patient): string =>
  [given, middle, family].filter(Boolean).join(' ')

/** Age in whole years. */
export function ageOf({ birthdate }: Patient, now: number): number {
  const birthday = new Date(birthdate)
  const today = new Date(now)
  const had = [today.getMonth() - birthday.getMonth(), today.getDate() - birthday.getDate()]
  const before = (had[0] ?? 0) < 0 || (had[0] === 0 && (had[1] ?? 0) < 0)
  return today.getFullYear() - birthday.getFullYear() - (before ? 1 : 0)
}

/** The patient as a FHIR resource. */
export const fhirPatient = (p: Patient) => ({
  resourceType: 'Patient',
  id: p.uuid,
  active: true,
  identifier: [
    {
      id: `identifier-${p.uuid}`,
      use: 'official',
      type: { coding: [{ code: identifierType.uuid }], text: identifierType.display },
      value: p.identifier,
    },
  ],
  name: [
    {
      id: `name-${p.uuid}`,
      use: 'usual',
      text: fullName(p),
      family: p.family,
      given: [p.given, p.middle].filter(Boolean),
    },
  ],
  gender: genders[p.gender],
  birthDate: p.birthdate,
  deceasedBoolean: false,
  telecom: p.phone ? [{ id: `phone-${p.uuid}`, value: p.phone }] : [],
  address: [
    {
      id: `address-${p.uuid}`,
      use: 'home',
      city: p.address.cityVillage,
      state: p.address.stateProvince,
      country: p.address.country,
      postalCode: p.address.postalCode,
    },
  ],
})

/** The patient as the web services give it. */
export function restPatient(p: Patient, now: number) {
  const name = {
    uuid: `name-${p.uuid}`,
    display: fullName(p),
    givenName: p.given,
    middleName: p.middle,
    familyName: p.family,
  }
  const attributes = p.phone
    ? [
        {
          uuid: `phone-${p.uuid}`,
          display: `${phoneAttribute.display} = ${p.phone}`,
          value: p.phone,
          attributeType: { ...phoneAttribute, format: 'java.lang.String' },
        },
      ]
    : []
  return {
    uuid: p.uuid,
    display: `${p.identifier} - ${fullName(p)}`,
    voided: false,
    identifiers: [restIdentifier(p)],
    patientIdentifier: restIdentifier(p),
    attributes,
    person: {
      uuid: p.uuid,
      display: fullName(p),
      gender: p.gender,
      age: ageOf(p, now),
      birthdate: p.birthdate + midnight,
      birthdateEstimated: p.birthdateEstimated,
      dead: false,
      deathDate: null,
      causeOfDeath: null,
      personName: name,
      preferredName: name,
      names: [name],
      addresses: [{ ...p.address, preferred: true }],
      attributes,
    },
  }
}

export const restIdentifier = (p: Patient) => ({
  uuid: `identifier-${p.uuid}`,
  display: `${identifierType.display} = ${p.identifier}`,
  identifier: p.identifier,
  identifierType: { ...identifierType, required: true },
  location: outpatient,
  preferred: true,
})
