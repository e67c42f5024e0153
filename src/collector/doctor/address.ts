import { isIP } from 'node:net'
import { bad, type Finding, good, watch } from './finding.ts'

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Who can reach the collector, and whether in the open: it speaks HTTP, and leaves TLS to a proxy. */
export function lookAtHost(host: string): Finding[] {
  if (isLoopback(host))
    return [
      good('address', `${host}: this machine only; browsers of others come through a TLS proxy`),
    ]
  return [
    watch(
      'address',
      `${host} can be reached from other machines, and without TLS, which the extension refuses: put a TLS proxy before it and listen on 127.0.0.1, or see that only the proxy reaches it`,
    ),
  ]
}

/** What a URL of the environment says that the connection can be overheard, or that it is none. */
export function lookAtDatabaseUrl(text: string): Finding[] {
  const about = 'DATABASE_URL'
  const url = URL.parse(text)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    return [
      bad(about, 'it is no URL of a PostgreSQL server: postgres://user:password@host/database'),
    ]
  const isNear = isLoopback(url.hostname) || url.hostname === ''
  const mode = url.searchParams.get('sslmode')
  if (isNear || mode === 'verify-full') return [good(about, `${url.hostname || 'a socket'}`)]
  return [
    watch(
      about,
      `the connection to ${url.hostname} may be in the open: add ?sslmode=verify-full where it leaves your own network`,
    ),
  ]
}
