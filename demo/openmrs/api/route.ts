import type { Store } from '../store/store.ts'
import type { Fields } from '../store/types.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One signed-in browser: the cookie's session. */
export interface Session {
  authenticated: boolean
  location: string
}

export interface ApiRequest {
  method: string
  /** Path below `/openmrs/ws/`, without a slash at the end. */
  path: string
  /** The named segments of the route's path. */
  params: Record<string, string>
  query: URLSearchParams
  body: Fields
  authorization: string
  session: Session
  store: Store
}

export interface Reply {
  status: number
  /** Sent as JSON, except a `Buffer`; `null` sends nothing. */
  body: unknown
  type?: string
}

export interface Route {
  method: Method
  /** `rest/v1/visit/:uuid`; a last segment `*` takes everything. */
  path: string
  handle(request: ApiRequest): Reply
}

export const get = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  handle,
})
export const post = (path: string, handle: Route['handle']): Route => ({
  method: 'POST',
  path,
  handle,
})
export const put = (path: string, handle: Route['handle']): Route => ({
  method: 'PUT',
  path,
  handle,
})
export const del = (path: string, handle: Route['handle']): Route => ({
  method: 'DELETE',
  path,
  handle,
})

/** The named segments when `path` fits the route's pattern, else `undefined`. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const found = path.split('/')
  const open = wanted.at(-1) === '*'
  if (open ? found.length < wanted.length : found.length !== wanted.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, segment] of wanted.entries()) {
    if (segment === '*') break
    if (segment.startsWith(':')) params[segment.slice(1)] = found[i] ?? ''
    else if (segment !== found[i]) return undefined
  }
  return params
}
