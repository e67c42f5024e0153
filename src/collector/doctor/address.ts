import { isIP } from 'node:net'
import { bad, type Finding, good, watch } from './finding.ts'

/** How long a server may take to answer, in ms. */
const PATIENCE_MS = 5_000

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

/** Whether a ClickHouse server answers at `CLICKHOUSE_URL`, by way of its `/ping`. */
export async function lookAtClickhouse(text: string): Promise<Finding[]> {
  const about = 'CLICKHOUSE_URL'
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    return [
      bad(about, 'it is no URL of a ClickHouse server: https://user:password@host:8443/database'),
    ]
  const answer = await fetch(new URL('/ping', url.origin), {
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    (response) => response.text(),
    () => '',
  )
  if (!answer.startsWith('Ok'))
    return [
      bad(
        about,
        `no ClickHouse answers at ${url.host}: is the server up, and its HTTP port right?`,
      ),
    ]
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return [
      watch(about, `${url.host} answers, in the open: use https where it leaves your own network`),
    ]
  return [good(about, `${url.host} answers`)]
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
