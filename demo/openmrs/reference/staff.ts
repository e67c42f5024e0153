import { ref } from './places.ts'

export const userName = 'admin'
export const password = 'Admin123'

export const person = ref('24252571-dd5a-11e6-9d9c-0242ac150002', 'Super User')

const privileges = ['Get Patients', 'Edit Patients', 'Add Visits', 'Edit Visits', 'Get Orders']

export const user = {
  uuid: '45ce6c2e-dd5a-11e6-9d9c-0242ac150002',
  display: userName,
  username: userName,
  systemId: userName,
  person,
  privileges: privileges.map((name, i) => ref(`privilege-${i}`, name)),
  roles: [
    ref('8d94f852-c2cc-11de-8d13-0010c6dffd0f', 'System Developer'),
    ref('8d94f280-c2cc-11de-8d13-0010c6dffd0f', 'Provider'),
  ],
}

export const provider = {
  uuid: 'f9badd80-ab76-11e2-9e96-0800200c9a66',
  display: 'admin - Super User',
  name: 'Super User',
  identifier: userName,
  person,
}
