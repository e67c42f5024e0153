import * as v from 'valibot'

/** `intranet.example.org`, `*.example.org` for all below it, `wiki.example.org:8443`. */
export const linkHost = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(
    /^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+(:\d{1,5})?$/,
    'a host in small letters, without https://: intranet.example.org, *.example.org for all below it',
  ),
)
