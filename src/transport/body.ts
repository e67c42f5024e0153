/** From this many bytes on a body is compressed: below it gzip saves nothing worth the time. */
export const GZIP_FROM_BYTES = 4096

export interface Body {
  bytes: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  /** What the bytes say, unpacked. */
  text: string
}

/** A JSON body with its headers, gzipped where it is large. */
export async function createBody(json: unknown): Promise<Body> {
  const text = JSON.stringify(json)
  const bytes = new TextEncoder().encode(text)
  const headers = { 'content-type': 'application/json' }
  if (bytes.length < GZIP_FROM_BYTES) return { bytes, headers, text }
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return {
    bytes: new Uint8Array(await new Response(packed).arrayBuffer()),
    headers: { ...headers, 'content-encoding': 'gzip' },
    text,
  }
}
