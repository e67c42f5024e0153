interface Parts {
  scheme: string
  /** `*.` in front of the host. */
  isWide: boolean
  host: string
  port: string
  path: string
}

function partsOf(pattern: string): Parts | undefined {
  const found = /^(https?|\*):\/\/(\*\.)?([^/:*]+)(?::(\d+))?(\/.*)$/i.exec(pattern)
  if (found === null) return undefined
  const [, scheme = '', wide, host = '', port = '', path = ''] = found
  return {
    scheme: scheme.toLowerCase(),
    isWide: wide !== undefined,
    host: host.toLowerCase(),
    port,
    path,
  }
}

/** Whether glob `outer` takes every path that glob `inner` takes; a `*` of `inner` must meet one of `outer`. */
function pathCovers(outer: string, inner: string): boolean {
  const pieces = outer.split('*')
  const last = pieces.pop() ?? ''
  if (pieces.length === 0) return outer === inner
  let from = 0
  for (const [index, piece] of pieces.entries()) {
    const at = index === 0 ? (inner.startsWith(piece) ? 0 : -1) : inner.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return inner.length - last.length >= from && inner.endsWith(last)
}

/** Whether every address that `inner` takes is one that `outer` takes too. */
export function patternCovers(outer: string, inner: string): boolean {
  const [wide, narrow] = [partsOf(outer), partsOf(inner)]
  if (wide === undefined || narrow === undefined) return false
  if (wide.scheme !== '*' && wide.scheme !== narrow.scheme) return false
  if (wide.port !== '' && wide.port !== narrow.port) return false
  const isSameHost = wide.host === narrow.host && (wide.isWide || !narrow.isWide)
  if (!isSameHost && !(wide.isWide && narrow.host.endsWith(`.${wide.host}`))) return false
  return pathCovers(wide.path, narrow.path)
}

/** The pattern without its port: Firefox knows none in match patterns. The worker checks the port itself. */
export function withoutPort(pattern: string): string {
  return pattern.replace(/^([^/]*\/\/[^/:]+):\d+/, '$1')
}
