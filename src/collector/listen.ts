import { isIPv6 } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Start } from './start-result.ts'

export const PORT_DEFAULT = 4318
export const HOST_DEFAULT = '127.0.0.1'

/** The URL of a collector that listens on `host`. */
export function urlOf(host = HOST_DEFAULT, port = PORT_DEFAULT): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

const REASONS: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) => `port ${port} is in use: stop the other program or choose --port`,
  EACCES: (_host, port) =>
    `port ${port} needs more rights than this program has: choose a --port from 1024 up`,
  EADDRNOTAVAIL: (host) => `${host} is not an address of this machine: choose another --host`,
  ENOTFOUND: (host) => `${host} is not a known host: choose another --host`,
}

/** Listens, and returns the URL under which it answers. Port 0 takes any free port. */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
): Promise<Start<string>> {
  try {
    return { ok: true, value: await app.listen({ host, port, listenTextResolver: () => '' }) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = REASONS[code]
    if (reason === undefined) throw error
    return { ok: false, message: reason(host, port) }
  }
}
