import { PICTURE_BYTES_MAX } from '../vocabulary/picture.ts'
import { pictureHead } from '../vocabulary/picture-head.ts'
import { toBase64 } from '../vocabulary/signature.ts'
import { type Environment, fileTrouble } from './environment.ts'
import { isLocatedMap, type Located, locatedList, locatedMap } from './located.ts'

/** Within the pack's folder, and nowhere else. */
const FILE = /^pictures\/[a-z0-9]+(-[a-z0-9]+)*\.(png|jpe?g|webp)$/

async function imageOf(base: string, file: unknown, files: Files): Promise<string> {
  if (typeof file !== 'string' || !FILE.test(file))
    throw new Error("'file' names a PNG, JPEG or WebP in the pack's folder: pictures/vitals.png")
  const bytes = await files.readFile(`${base}/${file}`).catch((error: unknown) => {
    throw new Error(`${file} can't be read: ${fileTrouble(error)}`)
  })
  if (bytes.length > PICTURE_BYTES_MAX)
    throw new Error(`${file} is ${bytes.length} bytes long: at most ${PICTURE_BYTES_MAX}`)
  // By its bytes: what a name says is no proof.
  const type = pictureHead(bytes)?.type
  if (type === undefined) throw new Error(`${file} is no PNG, JPEG or WebP picture`)
  return `data:image/${type};base64,${toBase64(bytes)}`
}

type Files = Pick<Environment, 'readFile'>

/**
 * Puts the files that `pictures` name into the pack's source as data. Never rejects; what can't be
 * embedded is told in `faults`, by file and line.
 */
export async function embedPictures(
  base: string,
  root: Located,
  files: Files,
  faults: string[],
): Promise<Located> {
  const list = root.parts?.get('pictures')
  if (list === undefined) return root
  const embedded: Located[] = []
  for (const item of list.parts?.values() ?? []) {
    const parts = new Map(Array.from(item.parts ?? [], ([key, part]) => [String(key), part]))
    const file = parts.get('file')
    if (!isLocatedMap(item) || file === undefined) {
      faults.push(`${item.at}: a picture has an id, a file and an alt text`)
      continue
    }
    parts.delete('file')
    try {
      parts.set('image', { at: file.at, value: await imageOf(base, file.value, files) })
      embedded.push(locatedMap(item.at, parts))
    } catch (error) {
      faults.push(`${file.at}: ${error instanceof Error ? error.message : 'unknown fault'}`)
    }
  }
  const all = new Map(Array.from(root.parts ?? [], ([key, part]) => [String(key), part]))
  return locatedMap(root.at, all.set('pictures', locatedList(list.at, embedded)))
}
