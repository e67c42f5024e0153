import { addressOf } from './frame.ts'
import type { Look } from './look.ts'
import { isStableValue } from './stable-value.ts'

/**
 * The address rule of the frame that owns a look's document; undefined for a page's own document
 * and for a frame without an address. Levels that may be a record's are left open.
 */
export function recordFrame(look: Look): string | undefined {
  const [root] = look.roots
  const address = addressOf(look)
  if (address === undefined || !root || !('defaultView' in root)) return undefined
  const page = root.defaultView
  if (page === null || page === page.top) return undefined
  let open = 0
  return new URL(address).pathname
    .split('/')
    .map((level) => (level === '' || isPlain(level) ? level : `:level${++open}`))
    .join('/')
}

function isPlain(level: string): boolean {
  return /^[\w.-]+$/.test(level) && isStableValue(level)
}
