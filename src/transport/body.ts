/** From this many bytes on a body is compressed: below it gzip saves nothing worth the time. */
export const GZIP_FROM_BYTES = 4096

export interface Body {
  bytes: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

/** A JSON body with its headers, gzipped where it is large. */
export async function createBody(json: unknown): Promise<Body> {
  const bytes = new TextEncoder().encode(JSON.stringify(json))
  const headers = { 'content-type': 'application/json' }
  if (bytes.length < GZIP_FROM_BYTES) return { bytes, headers }
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return {
    bytes: new Uint8Array(await new Response(packed).arrayBuffer()),
    headers: { ...headers, 'content-encoding': 'gzip' },
  }
}
