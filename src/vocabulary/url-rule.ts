import * as v from 'valibot'

/** The parts of a URL that a rule speaks of. A part it leaves out may be anything. */
export interface UrlRuleParts {
  pathname: string
  search?: string
  hash?: string
}

/** Splits `/path/:id/*?tab=x#/part` into the parts that a `URLPattern` takes. */
export function urlRuleParts(rule: string): UrlRuleParts {
  const [beforeHash = '', hash] = rule.split('#', 2)
  const [pathname = '', search] = beforeHash.split('?', 2)
  return {
    pathname,
    ...(search === undefined ? {} : { search }),
    ...(hash === undefined ? {} : { hash }),
  }
}

/**
 * A path rule in URLPattern's language without its regular expressions: a pack's own could take
 * seconds on a hostile path (`^(a+)+$`: 7.4 s on 29 characters).
 */
export const urlRule = v.pipe(
  v.string(),
  v.maxLength(300),
  v.startsWith('/', 'a URL rule starts with /'),
  v.regex(/^[^(){}\\]*$/, 'a URL rule has no groups or regular expressions: use :name and *'),
  v.check((rule) => !/\d{4}/.test(rule), 'a URL rule holds no run of four digits: use :name'),
)
