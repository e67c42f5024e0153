/**
 * What a person types for a site, as a match pattern: an address without a path, with or without
 * its scheme, stands for the whole site. Anything else is left as it is, to be checked.
 */
export function sitePattern(typed: string): string {
  const text = typed.trim()
  if (text === '') return ''
  const withScheme = text.includes('://') ? text : `https://${text}`
  if (/^[^:]+:\/\/[^/?#\s]+\/?$/.test(withScheme)) return `${withScheme.replace(/\/$/, '')}/*`
  return withScheme
}
