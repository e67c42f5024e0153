import type { PackPath } from '../vocabulary/pack-fault.ts'
import { embedPictures } from './embed-pictures.ts'
import { type Environment, fileTrouble } from './environment.ts'
import {
  isLocatedList,
  isLocatedMap,
  type Located,
  locatedList,
  locatedMap,
  placeOf,
} from './located.ts'
import { flattenTexts } from './text-source.ts'
import { readYaml } from './yaml-source.ts'

/** Files of one pack, at most. */
export const PACK_FILES_MAX = 2000

const LISTS = [
  'screens',
  'targets',
  'walkthroughs',
  'hints',
  'checklists',
  'announcements',
  'articles',
  'surveys',
  'tasks',
  'pictures',
  // Of overlays.
  'additions',
  'orders',
] as const
const TOP_KEYS = [
  'format',
  'id',
  'version',
  'locale',
  'app',
  'links',
  'quietHours',
  'signals',
  'extends',
  'precedence',
  'audience',
]

export type PackSourceFolder =
  | {
      ok: true
      /** The pack as one value, in the shape that `packSchema` or `overlaySchema` checks. */
      source: unknown
      /** The file and line of a part, `packs/openmrs/screens.yaml:12`: of the nearest that is there. */
      where: (path: PackPath) => string
    }
  | { ok: false; faults: string[] }

type Files = Pick<Environment, 'readFile' | 'listFolder'>

/**
 * Reads a pack from its folder: `pack.yaml`; `screens`, `targets` and the other lists, each a file
 * or a folder of files with a list or one item apiece; `texts/<locale>.yaml`. Never rejects; each
 * fault begins with a file and line, as seen from where the folder's path begins.
 */
export async function readPackSource(folder: string, files: Files): Promise<PackSourceFolder> {
  const base = folder.replace(/(?<=.)\/+$/, '')
  const paths = await findYaml(base, files)
  if (typeof paths === 'string') return { ok: false, faults: [paths] }
  const faults: string[] = []
  const roots = new Map<string, Located>()
  for (const path of paths) {
    try {
      const yaml = readYaml(`${base}/${path}`, await files.readFile(`${base}/${path}`))
      if (yaml.ok) roots.set(path, yaml.root)
      else faults.push(...yaml.faults)
    } catch (error) {
      faults.push(`${base}/${path}:1: can't be read: ${fileTrouble(error)}`)
    }
  }
  if (faults.length > 0) return { ok: false, faults }
  const root = await embedPictures(base, assemble(base, roots, faults), files, faults)
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, source: root.value, where: (path) => placeOf(root, path) }
}

/** The YAML files of a pack's folder in a stable order, or why it can't be read. */
async function findYaml(folder: string, files: Files): Promise<string[] | string> {
  const found: string[] = []
  let names: string[] = []
  for (const part of ['', ...LISTS, 'texts']) {
    if (part !== '' && !names.includes(part)) continue
    try {
      const inner = await files.listFolder(part === '' ? folder : `${folder}/${part}`)
      if (part === '') names = inner
      const yaml = inner.filter((name) => /\.ya?ml$/.test(name))
      found.push(...yaml.map((name) => (part === '' ? name : `${part}/${name}`)))
    } catch (error) {
      return `${folder}${part && `/${part}`}: can't be read: ${fileTrouble(error)}`
    }
  }
  if (!names.includes('pack.yaml'))
    return `${folder}: holds no pack.yaml: a pack's folder has one, with ${TOP_KEYS.join(', ')}`
  return found.length > PACK_FILES_MAX
    ? `${folder}: holds ${found.length} files: at most ${PACK_FILES_MAX}`
    : found.sort()
}

function assemble(base: string, roots: ReadonlyMap<string, Located>, faults: string[]): Located {
  const parts = new Map<string, Located>()
  const lists = new Map<string, Located[]>()
  const texts = new Map<string, Located>()
  for (const [file, root] of roots) {
    const [, part = '', inner] = /^([^/]+?)(?:\/([^/]+))?\.yaml$/.exec(file) ?? []
    const isList = LISTS.some((list) => list === part)
    if (isList && isLocatedList(root))
      lists.set(part, [...(lists.get(part) ?? []), ...(root.parts?.values() ?? [])])
    else if (isList && isLocatedMap(root)) lists.set(part, [...(lists.get(part) ?? []), root])
    else if (isList) faults.push(`${root.at}: must hold a list of ${part}, or one`)
    else if (part === 'texts' && inner !== undefined) texts.set(inner, flattenTexts(root, faults))
    else if (part === 'pack' && inner === undefined) takeTop(root, parts, faults)
    else
      faults.push(
        `${root.at}: is no file of a pack: it has pack.yaml, ${LISTS.map((list) => `${list}.yaml`).join(', ')} or folders of those names, and texts/<language>.yaml`,
      )
  }
  for (const [name, items] of lists) parts.set(name, locatedList(items[0]?.at ?? name, items))
  if (texts.size > 0) parts.set('texts', locatedMap(`${base}/texts`, texts))
  return locatedMap(`${base}/pack.yaml:1`, parts)
}

function takeTop(root: Located, parts: Map<string, Located>, faults: string[]): void {
  if (!isLocatedMap(root)) faults.push(`${root.at}: must hold ${TOP_KEYS.join(', ')}`)
  for (const [key, part] of root.parts ?? []) {
    const name = String(key)
    if (TOP_KEYS.includes(name)) parts.set(name, part)
    else if (LISTS.some((list) => list === name))
      faults.push(`${part.at}: '${name}' stands in a file of its own: move it to ${name}.yaml`)
    else faults.push(`${part.at}: there is no key '${name}' here: it has ${TOP_KEYS.join(', ')}`)
  }
}
