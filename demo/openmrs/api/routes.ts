import { allergyRoutes } from './allergy.ts'
import { appointmentRoutes } from './appointment.ts'
import { attachmentRoutes } from './attachment.ts'
import { conceptRoutes } from './concept.ts'
import { conditionRoutes } from './condition.ts'
import { encounterRoutes } from './encounter.ts'
import { fhirRoutes } from './fhir.ts'
import { metadataRoutes } from './metadata.ts'
import { observationRoutes } from './observation.ts'
import { orderRoutes } from './order.ts'
import { patientRoutes } from './patient.ts'
import { patientListRoutes } from './patient-list.ts'
import { programRoutes } from './program.ts'
import { queueRoutes } from './queue.ts'
import { registrationRoutes } from './registration.ts'
import { type ApiRequest, matchPath, type Reply, type Route } from './route.ts'
import { sessionRoutes } from './session.ts'
import { visitRoutes } from './visit.ts'

/** Every endpoint that the demo knows. The first that fits wins. */
export const routes: readonly Route[] = [
  ...[...sessionRoutes, ...metadataRoutes, ...registrationRoutes, ...conceptRoutes],
  ...[...patientRoutes, ...visitRoutes, ...encounterRoutes, ...observationRoutes],
  ...[...allergyRoutes, ...conditionRoutes, ...orderRoutes, ...fhirRoutes],
  ...[...appointmentRoutes, ...queueRoutes, ...patientListRoutes, ...programRoutes],
  ...attachmentRoutes,
]

/** Answers a request; an endpoint nobody wrote gets an empty answer and `known: false`. */
export function answer(request: ApiRequest): { reply: Reply; known: boolean } {
  for (const route of routes) {
    if (route.method !== request.method) continue
    const params = matchPath(route.path, request.path)
    if (params) return { reply: route.handle({ ...request, params }), known: true }
  }
  return { reply: unknownReply(request), known: false }
}

// An empty list keeps a screen of the front end alive where an error would break it.
function unknownReply({ method, path }: ApiRequest): Reply {
  if (method !== 'GET') return { status: 201, body: { uuid: 'not-stored' } }
  const empty = { resourceType: 'Bundle', type: 'searchset', total: 0, link: [], entry: [] }
  return { status: 200, body: path.startsWith('fhir2/') ? empty : { results: [], links: [] } }
}
