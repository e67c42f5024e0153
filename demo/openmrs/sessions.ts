import type { Session } from './api/route.ts'

/** Sessions by cookie, in memory. `open` gives a new cookie when the browser brought none. */
export function createSessions(newId: () => string) {
  const sessions = new Map<string, Session>()
  return {
    open(cookies = ''): { session: Session; cookie?: string } {
      const known = sessions.get(/JSESSIONID=([\w-]+)/.exec(cookies)?.[1] ?? '')
      if (known) return { session: known }
      const id = newId()
      const session = { authenticated: false, location: '' }
      sessions.set(id, session)
      return { session, cookie: `JSESSIONID=${id}; Path=/openmrs; HttpOnly` }
    },
  }
}
