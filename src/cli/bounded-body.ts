/** The bytes of an answer, or `undefined` where they are more than `max`. Rejects where it breaks off. */
export async function readBounded(
  response: Response,
  max: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  if (response.body !== null)
    for await (const piece of response.body) {
      length += piece.length
      // Leaving the loop cancels the rest.
      if (length > max) return undefined
      pieces.push(piece)
    }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}
