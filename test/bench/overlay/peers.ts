import type { PackageSpec } from '../../../demo/openmrs/package-list.ts'

/** The last release under the MIT licence; those after it are AGPL. */
export const SHEPHERD: PackageSpec = { name: 'shepherd.js', version: '13.0.3' }
