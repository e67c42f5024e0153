import type { PackageSpec } from '../../../demo/openmrs/package-list.ts'

/** Watches a page for friction, as Handrail's sensing does. */
export const POSTHOG: PackageSpec = { name: 'posthog-js', version: '1.449.2' }
/** Points at elements, as Handrail's walkthroughs do. */
export const DRIVER: PackageSpec = { name: 'driver.js', version: '1.8.0' }
