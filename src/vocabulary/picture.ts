import * as v from 'valibot'
import { identifier } from './identifier.ts'
import { label } from './written.ts'

/** One picture, at most: packs travel whole to every browser. */
export const PICTURE_BYTES_MAX = 100 * 1024
const BASE64_LENGTH_MAX = Math.ceil(PICTURE_BYTES_MAX / 3) * 4
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
  ),
  /** For who does not see it. */
  alt: label,
})

export type Picture = v.InferOutput<typeof pictureSchema>
