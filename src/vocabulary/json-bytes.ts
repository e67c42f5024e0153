/** How deep objects and lists may nest: ours need about ten. */
export const JSON_DEPTH_MAX = 32

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a key could reach an object's prototype where careless code copies it. */
export function isUnsafeKey(key: string): boolean {
  return UNSAFE_KEYS.has(key)
}

export type JsonBytes = { ok: true; value: unknown } | { ok: false; fault: string }

/**
 * Reads JSON of unknown origin: at most `max` bytes of UTF-8 without a byte order mark, nested at
 * most `JSON_DEPTH_MAX` deep, no key twice, no key that names a prototype. Never throws.
 */
export function readJsonBytes(bytes: Uint8Array, max: number): JsonBytes {
  if (bytes.length > max)
    return { ok: false, fault: `${bytes.length} bytes long: at most ${max} are read` }
  try {
    // ignoreBOM keeps the mark in the text, so that it can be refused.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (text.startsWith('\uFEFF'))
      return { ok: false, fault: 'starts with a byte order mark: save it as UTF-8 without one' }
    const fault = structureFault(text)
    return fault === undefined ? { ok: true, value: JSON.parse(text) } : { ok: false, fault }
  } catch (error) {
    const what = error instanceof SyntaxError ? 'not JSON' : 'not UTF-8 text'
    return { ok: false, fault: `${what}: fetch or build it anew` }
  }
}

/** One pass over the text, before anything is built. Throws SyntaxError where a string has no end. */
function structureFault(text: string): string | undefined {
  const open: Set<string>[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '{' || char === '[') {
      if (open.push(new Set()) > JSON_DEPTH_MAX)
        return `nested more than ${JSON_DEPTH_MAX} levels deep`
    } else if (char === '}' || char === ']') {
      open.pop()
    } else if (char === '"') {
      const end = endOfString(text, at)
      if (isFollowedByColon(text, end)) {
        const key: unknown = JSON.parse(text.slice(at, end))
        const fault = keyFault(String(key), open.at(-1))
        if (fault !== undefined) return fault
      }
      at = end - 1
    }
  }
  return undefined
}

function keyFault(key: string, siblings: Set<string> | undefined): string | undefined {
  const shown = key.slice(0, 80)
  if (isUnsafeKey(key)) return `the key '${shown}' is not allowed`
  if (siblings?.has(key)) return `the key '${shown}' stands twice in one object`
  siblings?.add(key)
  return undefined
}

/** The position after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  throw new SyntaxError('a string without an end')
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return text[at] === ':'
}
