/** One npm package at a pinned version. */
export interface PackageSpec {
  name: string
  version: string
}

const byVersion: Record<string, readonly string[]> = {
  '10.0.0': ['app-shell', 'login-app', 'primary-navigation-app', 'help-menu-app'],
  '11.1.0': [
    'home-app',
    'active-visits-app',
    'appointments-app',
    'patient-list-management-app',
    'patient-registration-app',
    'patient-search-app',
    'service-queues-app',
  ],
  '12.3.4': [
    'form-engine-app',
    'generic-patient-widgets-app',
    'patient-allergies-app',
    'patient-attachments-app',
    'patient-banner-app',
    'patient-chart-app',
    'patient-conditions-app',
    'patient-forms-app',
    'patient-immunizations-app',
    'patient-lists-app',
    'patient-medications-app',
    'patient-notes-app',
    'patient-orders-app',
    'patient-programs-app',
    'patient-tests-app',
    'patient-vitals-app',
  ],
}

/** The OpenMRS 3 front end: the shell and its modules (MPL-2.0), pinned. */
export const packages: readonly PackageSpec[] = Object.entries(byVersion).flatMap(
  ([version, names]) => names.map((name) => ({ name: `@openmrs/esm-${name}`, version })),
)

/** The folder name of a package, also its path segment in URLs. */
export function slugOf({ name, version }: PackageSpec): string {
  return `${name.replace('@', '').replace('/', '-')}-${version}`
}
