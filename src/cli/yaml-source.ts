import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { isUnsafeKey, JSON_DEPTH_MAX } from '../vocabulary/json-bytes.ts'
import { type Located, locatedList, locatedMap } from './located.ts'

/** One YAML file, at most. */
export const YAML_BYTES_MAX = 1024 * 1024

export type YamlSource = { ok: true; root: Located } | { ok: false; faults: string[] }

const PLAIN_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|seq|map)$/

/**
 * Reads a YAML 1.2 file as data only: no anchors and aliases, no tags, no merge keys, text keys
 * that stand once. Each fault begins with `file` and a line. Never throws.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlSource {
  const refuse = (message: string): YamlSource => ({ ok: false, faults: [`${file}:1: ${message}`] })
  if (bytes.length > YAML_BYTES_MAX)
    return refuse(`is ${bytes.length} bytes long: at most ${YAML_BYTES_MAX}; split it`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('is not UTF-8 text: save it as UTF-8')
  }
  try {
    return readText(file, text)
  } catch {
    // The parser runs out of stack on nesting thousands deep.
    return refuse('is nested too deep to be read')
  }
}

function readText(file: string, text: string): YamlSource {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
    strict: true,
    merge: false,
    resolveKnownTags: false,
    schema: 'core',
    logLevel: 'error',
  })
  const placeAt = (offset: number) => `${file}:${lineCounter.linePos(offset).line || 1}`
  const placeOfNode = (node: Node | null, otherwise: string) =>
    node?.range ? placeAt(node.range[0]) : otherwise
  const faults = [...document.errors, ...document.warnings].map(
    ({ pos, message }) => `${placeAt(pos[0])}: is not YAML that is read here: ${message}`,
  )
  const refuse = (at: string, message: string): Located => {
    faults.push(`${at}: ${message}`)
    return { at, value: null }
  }

  const locate = (node: Node | null, at: string, depth: number): Located => {
    if (depth > JSON_DEPTH_MAX) return refuse(at, 'is nested too deep')
    if (isAlias(node) || (node !== null && 'anchor' in node && node.anchor !== undefined))
      return refuse(at, 'anchors and aliases (&name, *name) are not read: write it out')
    if (node?.tag !== undefined && !PLAIN_TAG.test(node.tag))
      return refuse(at, `the tag ${node.tag} is not read: take it out`)
    if (isSeq<Node>(node))
      return locatedList(
        at,
        node.items.map((item) => locate(item, placeOfNode(item, at), depth + 1)),
      )
    if (!isMap<Node, Node | null>(node)) return { at, value: isScalar(node) ? node.value : null }
    const parts = new Map<string, Located>()
    for (const { key, value } of node.items) {
      const place = placeOfNode(key, at)
      if (!isScalar(key) || typeof key.value !== 'string') refuse(place, 'a key must be text')
      else if (isUnsafeKey(key.value) || key.value === '<<')
        refuse(place, `the key '${key.value}' is not allowed`)
      else parts.set(key.value, locate(value, place, depth + 1))
    }
    return locatedMap(at, parts)
  }
  const root = locate(document.contents, `${file}:1`, 1)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, root }
}
