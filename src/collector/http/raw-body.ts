import type { FastifyInstance } from 'fastify'

/** Makes a scope take bodies of these types as bytes, up to `limit`; any other content type gets a 415. */
export function takeRawBody(scope: FastifyInstance, limit: number, types: readonly string[]): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    [...types],
    { parseAs: 'buffer', bodyLimit: limit },
    (_request, body, done) => done(null, body),
  )
}

/** Makes a scope take JSON bodies as bytes, up to `limit`. */
export function takeRawJson(scope: FastifyInstance, limit: number): void {
  takeRawBody(scope, limit, ['application/json'])
}

/** The bytes of a body that was taken raw; none where there was no body. */
export function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array()
}

/** The JSON value in UTF-8 bytes; `undefined` where they hold none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
