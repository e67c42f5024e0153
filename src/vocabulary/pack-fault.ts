import type * as v from 'valibot'

/** Where in a pack: `['screens', 2, 'when', 'url', 0]`. */
export type PackPath = readonly (string | number)[]

/** What is wrong with a pack, and where. An error keeps it from use; a warning does not. */
export interface PackFault {
  level: 'error' | 'warning'
  path: PackPath
  message: string
}

const SHOWN_MAX = 80

/** How a path reads: `screens[2].when.url[0]`. */
export function showPath(path: PackPath): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`,
    '',
  )
}

/** An issue of the schema in words that an author of packs can act on. */
export function faultOfIssue(issue: v.BaseIssue<unknown>): PackFault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const received = shorten(issue.received)
  const isOwnMessage = !issue.message.startsWith('Invalid ')
  return { level: 'error', path, message: isOwnMessage ? ownMessage(issue) : plainMessage() }

  function plainMessage(): string {
    const key = String(path.at(-1) ?? 'it')
    if (issue.type === 'strict_object' && issue.expected === 'never')
      return `there is no key '${key.slice(0, SHOWN_MAX)}' here: check its spelling, or take it out`
    if (issue.received === 'undefined') return `'${key}' is missing: add it`
    if (issue.type === 'min_length') return 'is empty: write something, or take it out'
    if (issue.type === 'max_length')
      return `is too long (${received}): at most ${(issue.expected ?? '').slice(2)}`
    return `must be ${shorten(issue.expected ?? 'otherwise')}, not ${received}`
  }
}

function ownMessage({ message, input }: v.BaseIssue<unknown>): string {
  return typeof input === 'string' ? `${message} (not '${shorten(input)}')` : message
}

function shorten(text: string): string {
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
}
