import { packages as openmrsNow, type PackageSpec } from '../../../demo/openmrs/package-list.ts'

/** The two releases of an app that recipes travel between. */
export interface Releases {
  a: { label: string; packages: readonly PackageSpec[] }
  b: { label: string; packages: readonly PackageSpec[] }
}

const NEXT_BY_NAME: Record<string, string> = {
  'app-shell': '10.0.1-pre.5501',
  'login-app': '10.0.1-pre.5501',
  'primary-navigation-app': '10.0.1-pre.5501',
  'home-app': '11.1.1-pre.9722',
  'active-visits-app': '11.1.1-pre.9722',
  'appointments-app': '11.1.1-pre.9722',
  'patient-list-management-app': '11.1.1-pre.9722',
  'patient-registration-app': '11.1.1-pre.9722',
  'patient-search-app': '11.1.1-pre.9722',
  'service-queues-app': '11.1.1-pre.9722',
  'form-engine-app': '12.3.5-pre.12277',
  'generic-patient-widgets-app': '12.3.5-pre.12074',
  'patient-allergies-app': '12.3.5-pre.12348',
  'patient-attachments-app': '12.3.5-pre.12348',
  'patient-banner-app': '12.3.5-pre.12348',
  'patient-chart-app': '12.3.5-pre.12348',
  'patient-conditions-app': '12.3.5-pre.12348',
  'patient-forms-app': '12.3.5-pre.12348',
  'patient-lists-app': '12.3.5-pre.12074',
  'patient-medications-app': '12.3.5-pre.12348',
  'patient-notes-app': '12.3.5-pre.12348',
  'patient-orders-app': '12.3.5-pre.12348',
  'patient-programs-app': '12.3.5-pre.12348',
  'patient-vitals-app': '12.3.5-pre.12348',
}

/** What the registry holds of the `next` line; a module without a pre-release stays as it is. */
const openmrsNext = openmrsNow.map(({ name, version }) => ({
  name,
  version: NEXT_BY_NAME[name.replace('@openmrs/esm-', '')] ?? version,
}))

const one = (name: string, version: string) => ({
  label: `${name} ${version}`,
  packages: [{ name, version }] as const,
})

const formio = (name: string, version: string, bootstrap: string) =>
  [
    { name, version },
    { name: 'bootstrap', version: bootstrap },
  ] as const

/** A hospital that is slow with one module of many: the queues of 9.2, all else as released. */
const openmrsOldQueues = openmrsNow.map(({ name, version }) => ({
  name,
  version: name === '@openmrs/esm-service-queues-app' ? '9.2.0' : version,
}))

/** Installed and bundled together: its parts come as a library. */
const medplum = (version: string, mantine: string, more: readonly PackageSpec[]) => [
  ...['core', 'definitions', 'react', 'react-hooks', 'mock'].map((part) => ({
    name: `@medplum/${part}`,
    version,
  })),
  ...['core', 'hooks', 'notifications'].map((part) => ({
    name: `@mantine/${part}`,
    version: mantine,
  })),
  { name: 'react', version: '18.3.1' },
  { name: 'react-dom', version: '18.3.1' },
  { name: 'rfc6902', version: '5.1.2' },
  ...more,
]

/** Installed and bundled together, as Medplum is. `events` is Node’s own, which a browser lacks. */
const ketcher = (version: string) => ({
  label: `ketcher-react ${version}`,
  packages: [
    ...['ketcher-react', 'ketcher-core'].map((name) => ({ name, version })),
    { name: 'react', version: '18.3.1' },
    { name: 'react-dom', version: '18.3.1' },
    { name: 'events', version: '3.3.0' },
  ],
})

export const RELEASES = {
  openmrs: {
    a: { label: '10.0.0 / 11.1.0 / 12.3.4', packages: openmrsNow },
    b: { label: 'next: 10.0.1-pre / 11.1.1-pre / 12.3.5-pre', packages: openmrsNext },
  },
  'openmrs-queues': {
    a: { label: 'service queues 9.2.0 in 10.0.0', packages: openmrsOldQueues },
    b: { label: 'service queues 11.1.0 in 10.0.0', packages: openmrsNow },
  },
  ohif: { a: one('@ohif/app', '3.11.1'), b: one('@ohif/app', '3.14.0-beta.6') },
  // Renamed on the way; of 1.1 and 2.0 the menus do not open in a Chromium of today.
  // A form engine, and its successor under another name; each is drawn on the Bootstrap of its time.
  formio: {
    a: { label: 'formiojs 4.21.7', packages: formio('formiojs', '4.21.7', '4.6.2') },
    b: { label: '@formio/js 5.6.0', packages: formio('@formio/js', '5.6.0', '5.3.3') },
  },
  ketcher: { a: ketcher('2.15.1'), b: ketcher('3.18.0') },
  medplum: {
    a: { label: '@medplum/react 3.2.24', packages: medplum('3.2.24', '7.13.5', []) },
    b: {
      label: '@medplum/react 5.2.13',
      packages: medplum('5.2.13', '8.3.9', [
        { name: '@mantine/spotlight', version: '8.3.9' },
        { name: 'jsqr', version: '1.4.0' },
        { name: 'react-router', version: '7.9.6' },
        { name: 'signature_pad', version: '5.0.10' },
      ]),
    },
  },
  molstar: { a: one('molstar', '3.45.0'), b: one('molstar', '5.11.0') },
  ove: { a: one('open-vector-editor', '16.4.6'), b: one('@teselagen/ove', '0.8.42') },
} as const satisfies Record<string, Releases>

/** The peer that makes a unique CSS selector. */
export const MEDV_FINDER: PackageSpec = { name: '@medv/finder', version: '4.0.2' }
