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
