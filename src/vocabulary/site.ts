import * as v from 'valibot'

/**
 * A match pattern of the WebExtensions kind, for named hosts only: neither `<all_urls>` nor a bare
 * `*` host, since Handrail is for a few apps and never for every page.
 */
export const matchPattern = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(
    /^(https?|\*):\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?\/\S*$/i,
    'a site is a match pattern for a named host: https://ehr.example.org/*',
  ),
)

/** The pattern's origin as browsers grant it: match patterns know no port. */
export function permissionOrigin(pattern: string): string {
  return pattern.replace(/^(.*?:\/\/[^/:]+)(:\d+)?\/.*$/, '$1/*')
}

/** Whether a URL lies within a match pattern. A pattern without a port takes any port. */
export function siteMatches(pattern: string, url: string): boolean {
  const parts = /^(https?|\*):\/\/(\*\.)?([^/:]+)(?::(\d+))?(\/.*)$/i.exec(pattern)
  if (parts === null || !URL.canParse(url)) return false
  const [, scheme = '', wildcard, host = '', port, path = ''] = parts
  const { protocol, hostname, port: urlPort, pathname, search } = new URL(url)
  if (scheme === '*' ? !/^https?:$/.test(protocol) : protocol !== `${scheme.toLowerCase()}:`)
    return false
  if (port !== undefined && port !== (urlPort || (protocol === 'https:' ? '443' : '80')))
    return false
  const name = host.toLowerCase()
  if (hostname !== name && !(wildcard && hostname.endsWith(`.${name}`))) return false
  return pathMatches(path, pathname + search)
}

/** Glob match with `*` only, in linear time: each literal piece is looked for after the last. */
function pathMatches(glob: string, path: string): boolean {
  const [first = '', ...rest] = glob.split('*')
  if (!path.startsWith(first)) return false
  const last = rest.pop()
  if (last === undefined) return path === first
  let from = first.length
  for (const piece of rest) {
    const at = path.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return path.length - last.length >= from && path.endsWith(last)
}
