import { locations } from '../reference/places.ts'
import { password, provider, user, userName } from '../reference/staff.ts'
import { text } from '../store/fields.ts'
import { noContent, ok } from './reply.ts'
import { type ApiRequest, del, get, post, type Route } from './route.ts'

const languages = { locale: 'en', allowedLocales: ['en', 'fr', 'es'] }

function current({ session, store }: ApiRequest) {
  if (!session.authenticated) {
    return ok({ sessionId: '', authenticated: false, sessionLocation: null, ...languages })
  }
  return ok({
    sessionId: 'demo',
    authenticated: true,
    user: { ...user, userProperties: store.state.userProperties },
    currentProvider: provider,
    sessionLocation: locations.find(({ uuid }) => uuid === session.location) ?? null,
    ...languages,
  })
}

/** Signing in and out, and the place of work. */
export const sessionRoutes: readonly Route[] = [
  get('rest/v1/session', (request) => {
    const { authorization, session } = request
    if (authorization.startsWith('Basic ')) {
      const given = Buffer.from(authorization.slice('Basic '.length), 'base64').toString()
      session.authenticated = given === `${userName}:${password}`
    }
    return current(request)
  }),
  post('rest/v1/session', (request) => {
    const location = text(request.body, 'sessionLocation')
    if (location) request.session.location = location
    return current(request)
  }),
  del('rest/v1/session', ({ session }) => {
    Object.assign(session, { authenticated: false, location: '' })
    return noContent()
  }),
  get('rest/v1/user/:uuid', ({ store }) =>
    ok({ ...user, userProperties: store.state.userProperties }),
  ),
  post('rest/v1/user/:uuid', ({ body, store }) => {
    Object.assign(store.state.userProperties, body.userProperties ?? {})
    return ok({ ...user, userProperties: store.state.userProperties })
  }),
  post('rest/v1/password', noContent),
]
