/** What tools and frameworks write into ids anew on each build, page or row. */
const GENERATED: readonly RegExp[] = [
  /^:.*:$|:r[0-9a-z]*:|«|»|_r_[0-9a-z]*_/, // React's useId, react-aria
  /^(?:cdk|chakra|css|downshift|ember|ext-gen|headlessui|jss|mantine|mui|radix|rc|react-aria|sc)[-_:\d]/i,
  /(?:^|[-_])(?=[a-z]+\d+[a-z])[a-z0-9]{8,}(?:$|[-_])/i, // letters and digits mixed: a random key
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i, // a UUID
  /\d{3}/, // a counter that has run long, a number of a record
  /(?:^|[-_:.])\d+(?:$|[-_:.])/, // field-2, row_12_name: a place in a list
  /[a-z]\d+$/i, // button7
  /(?:^|[-_])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{6,}(?:$|[-_])/i, // a hexadecimal hash
  /(?:^|[-_])(?=\w*\d)(?=\w*[A-Z])(?=\w*[a-z])[A-Za-z0-9]{5,}(?:$|[-_])/, // a hash in base 62
  /^[^a-z]*$/i, // no letter at all
]
const LENGTH_MAX = 80

/** Whether an id or the like was written by a person, so that it may survive a release. */
export function isStableValue(value: string): boolean {
  if (value.trim() !== value || value === '' || value.length > LENGTH_MAX) return false
  return !GENERATED.some((pattern) => pattern.test(value)) && !isScrambled(value)
}

/** A run of letters that no word is made of. */
function isScrambled(value: string): boolean {
  return /[bcdfghjklmnpqrstvwxz]{6}/i.test(value)
}

/** What stands before a key in a path: the part after it may be a record's. */
const KEYED =
  /^(?:patients?|persons?|people|users?|members?|clients?|subjects?|cases?|encounters?|mrn|id)$/i

/** Whether a link leads to one record as such: `/Patient/7f3a`, and no further into the app. */
export function isRecordLink(href: string): boolean {
  const parts = href
    .replace(/[?].*$/, '')
    .split(/[/#]/)
    .filter(Boolean)
  return KEYED.test(parts.at(-2) ?? '')
}

/** Whether a link leads to a fixed place of the app, not to a record in it. */
export function isStableLink(href: string): boolean {
  if (!/^[/#.]?[\w./#-]+$/.test(href) || /^[#/.]*$/.test(href)) return false
  const parts = href.split(/[/#]/).filter((part) => !/^\.{0,2}$/.test(part))
  if (parts.slice(0, -1).some((part) => KEYED.test(part))) return false
  return parts.every(isStableValue)
}
