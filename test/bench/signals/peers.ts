import type { PackageSpec } from '../../../demo/openmrs/package-list.ts'

/** Apache-2.0 and MIT. Rage clicks and dead clicks. */
export const POSTHOG: PackageSpec = { name: 'posthog-js', version: '1.449.2' }
/** Apache-2.0. Rage, dead and error clicks. */
export const DATADOG: PackageSpec = { name: '@datadog/browser-rum', version: '7.16.2' }
/** MIT, with `@amplitude/plugin-autocapture-browser` 1.30.4 in it. Rage, dead and error clicks, thrashed cursor. */
export const AMPLITUDE: PackageSpec = { name: '@amplitude/analytics-browser', version: '2.48.1' }

/** The scripts of a peer, in the order in which a page loads them. */
export const SCRIPTS = {
  'posthog-js': {
    spec: POSTHOG,
    files: ['dist/array.no-external.js', 'dist/dead-clicks-autocapture.js'],
  },
  'datadog-rum': { spec: DATADOG, files: ['bundle/datadog-rum.js'] },
  amplitude: { spec: AMPLITUDE, files: ['lib/scripts/amplitude-min.umd.js'] },
} as const

export type Peer = keyof typeof SCRIPTS
export const PEERS = Object.keys(SCRIPTS) as Peer[]
