/**
 * Made-up people. Every name, number, date and value below is invented and distinctive,
 * so that a privacy test can look for each of them anywhere (`canaries`).
 */
export interface Patient {
  uuid: string
  given: string
  middle: string
  family: string
  gender: 'M' | 'F' | 'O' | 'U'
  /** `YYYY-MM-DD` */
  birthdate: string
  birthdateEstimated: boolean
  identifier: string
  phone: string
  address: Record<string, string>
}

const place = (address1: string, cityVillage: string) => ({
  address1,
  cityVillage,
  stateProvince: 'Quillshire',
  country: 'Uganda',
  postalCode: '90417',
})

const person = (
  uuid: string,
  [given, family]: [string, string],
  gender: Patient['gender'],
  birthdate: string,
  identifier: string,
  phone: string,
  address: Patient['address'],
): Patient => {
  const rest = { middle: '', birthdateEstimated: false, identifier, phone, address }
  return { uuid, given, family, gender, birthdate, ...rest }
}

export const john = person(
  '8673ee4f-e2ab-4077-ba55-4980f408773e',
  ['John', 'Wilsonquill'],
  'M',
  '1972-04-04',
  '100GEJ',
  '+256 700 314 159',
  place('17 Larkspur Mews', 'Wakisoford'),
)
export const agnes = person(
  'a1b2c3d4-1111-4222-8333-444455556666',
  ['Agnes', 'Testerty'],
  'F',
  '1985-09-12',
  '100HNY',
  '+256 700 271 828',
  place('4 Thimble Row', 'Entebberry'),
)
export const betty = person(
  'b1b2c3d4-1111-4222-8333-444455556667',
  ['Betty', 'Williamsworth'],
  'F',
  '2016-01-20',
  '100JKM',
  '+256 700 161 803',
  place('88 Marigold Lane', 'Jinjaville'),
)
/** Has the family name of `agnes`. */
export const cornelius = person(
  'c1b2c3d4-1111-4222-8333-444455556668',
  ['Cornelius', 'Testerty'],
  'M',
  '1949-11-30',
  '100KPT',
  '+256 700 141 421',
  place('4 Thimble Row', 'Entebberry'),
)
/** Has no open visit. */
export const dorothea = person(
  'd1b2c3d4-1111-4222-8333-444455556669',
  ['Dorothea', 'Quixworth'],
  'F',
  '1991-06-07',
  '100LXW',
  '+256 700 173 205',
  place('231 Foxglove Terrace', 'Masakaton'),
)
export const ephraim = person(
  'e1b2c3d4-1111-4222-8333-44445555666a',
  ['Ephraim', 'Zanzibarton'],
  'M',
  '2003-02-28',
  '100MZK',
  '+256 700 223 606',
  place('9 Juniper Wharf', 'Guluminster'),
)

export const patients: readonly Patient[] = [john, agnes, betty, cornelius, dorothea, ephraim]

/** Values that the seed records for the patients and that occur nowhere else. */
export const canaryValues = {
  allergyComment: 'Swelled after the Harvest Fair of 1998',
  conditionNote: 'Gout, Plumstead pattern',
  weightKg: 73.19,
  pulse: 71.5,
  attachmentCaption: 'Scan 55-Xylophone',
} as const

/** Every string that identifies a made-up patient or is a value recorded for one. */
export function canaries(): string[] {
  const ofPeople = patients.flatMap((p) => [
    ...[p.uuid, p.given, p.family, `${p.given} ${p.family}`, p.birthdate, p.identifier, p.phone],
    p.address.address1 ?? '',
    p.address.cityVillage ?? '',
  ])
  return [...new Set([...ofPeople, ...Object.values(canaryValues).map(String)])]
}
