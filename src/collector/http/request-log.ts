import type { FastifyRequest } from 'fastify'

/** Where log lines go, and from which level on. */
export interface LogTarget {
  level?: 'debug' | 'info' | 'warn' | 'error'
  stream: { write(line: string): void }
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim())
}

/**
 * Logger settings that keep who sent it and what was sent out of the log: no address, header, body
 * or query, only the route's pattern. Of an error only name, code and frames, since the message of
 * a parser or a database quotes its input.
 */
export function loggerOptions({ level = 'info', stream }: LogTarget) {
  return {
    level,
    stream,
    // pino's own base fields are the process id and the host's name.
    base: null,
    serializers: {
      req: ({ method, routeOptions }: FastifyRequest) => ({
        method,
        route: routeOptions?.url ?? 'unknown',
      }),
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        message: '',
        code: error.code ?? '',
        stack: framesOf(error).join('\n'),
      }),
    },
  }
}
