import * as v from 'valibot'

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
