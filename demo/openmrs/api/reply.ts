import type { ApiRequest, Reply } from './route.ts'

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const created = (body: unknown): Reply => ({ status: 201, body })
export const noContent = (): Reply => ({ status: 204, body: null })
export const notFound = (): Reply => failed(404, 'Object with given uuid does not exist')

/** A failure in the shape of OpenMRS's web services. */
export const failed = (status: number, message: string): Reply => ({
  status,
  body: { error: { message, code: 'demo', detail: '' } },
})

/** A list of results, one page of it when `limit` is asked for. */
export function listOf(request: ApiRequest, items: readonly unknown[]): Reply {
  const start = Number(request.query.get('startIndex') ?? 0)
  const limit = Number(request.query.get('limit') ?? 0)
  const end = limit > 0 ? start + limit : items.length
  const links = end < items.length ? [{ rel: 'next', uri: nextPage(request, end) }] : []
  return ok({ results: items.slice(start, end), links, totalCount: items.length })
}

function nextPage({ path, query }: ApiRequest, start: number) {
  const next = new URLSearchParams(query)
  next.set('startIndex', String(start))
  return `/openmrs/ws/${path}?${next}`
}

/** A FHIR search result. */
export function bundle(resources: readonly { id: string }[]): Reply {
  return ok({
    resourceType: 'Bundle',
    id: 'demo',
    type: 'searchset',
    total: resources.length,
    link: [{ relation: 'self', url: '' }],
    entry: resources.map((resource) => ({ fullUrl: resource.id, resource })),
  })
}

/** The patient that a FHIR search is about. */
export const searchedPatient = (query: URLSearchParams): string =>
  (query.get('patient') ?? query.get('subject:Patient') ?? '').replace('Patient/', '')
