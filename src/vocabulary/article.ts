import * as v from 'valibot'
import { identifier } from './identifier.ts'
import { KEYWORDS_MAX } from './lengths.ts'
import { isHttps } from './link-hosts.ts'
import { label, list, longMarkdown } from './written.ts'

const articleLink = v.strictObject({
  id: identifier,
  title: label,
  address: v.pipe(v.string(), v.maxLength(500), v.check(isHttps, 'an https address')),
})

/** Something to read in the help panel. */
export const articleSchema = v.strictObject({
  id: identifier,
  title: label,
  text: longMarkdown,
  picture: v.optional(identifier),
  /** Other words that people look for it by. */
  keywords: list(label, KEYWORDS_MAX),
  /** Where it is listed at once; without any, it is found by searching and under 'To read'. */
  screens: list(identifier, 20),
  /** The organisation's own material on it. */
  links: list(articleLink, 10),
})

export type Article = v.InferOutput<typeof articleSchema>
