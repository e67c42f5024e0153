import * as v from 'valibot'
import { identifier } from './identifier.ts'
import { pictureHead } from './picture-head.ts'
import { fromBase64 } from './signature.ts'
import { label } from './written.ts'

/** One picture, at most: packs travel whole to every browser. */
export const PICTURE_BYTES_MAX = 100 * 1024
/** A screen of today's, and some. In memory each takes four bytes, in every page that shows it. */
export const PICTURE_PIXELS_MAX = 10_000_000
const BASE64_LENGTH_MAX = Math.ceil(PICTURE_BYTES_MAX / 3) * 4
const HEAD_CHARS = 64
const HEAD_LENGTH_MAX = 'data:image/jpeg;base64,'.length

/** A picture of the pack, within the pack: no browser fetches anything to show it. */
export const pictureSchema = v.strictObject({
  id: identifier,
  /** Not SVG, which could hold more than a picture. */
  image: v.pipe(
    v.string(),
    v.maxLength(BASE64_LENGTH_MAX + HEAD_LENGTH_MAX),
    v.regex(
      /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/,
      'a PNG, JPEG or WebP picture, which the command line embeds from its file',
    ),
    v.check(
      isDrawable,
      `a whole PNG, JPEG or WebP picture, of at most ${PICTURE_PIXELS_MAX / 1_000_000} million pixels`,
    ),
  ),
  /** For who does not see it. */
  alt: label,
})

/** By its bytes, as browsers do: what it calls itself is no proof. */
function isDrawable(image: string): boolean {
  const data = image.slice(image.indexOf(',') + 1)
  try {
    // The head of most says it; a JPEG may say it late.
    const head = pictureHead(fromBase64(data.slice(0, HEAD_CHARS))) ?? pictureHead(fromBase64(data))
    const pixels = head ? head.width * head.height : 0
    return pixels > 0 && pixels <= PICTURE_PIXELS_MAX
  } catch {
    return false
  }
}

export type Picture = v.InferOutput<typeof pictureSchema>
