import * as v from 'valibot'
import { ARTICLE_LENGTH_MAX, LABEL_LENGTH_MAX, MARKDOWN_LENGTH_MAX } from './lengths.ts'

/** A day where the person is. */
export const dayOfYear = v.pipe(v.string(), v.isoDate('a date as 2026-11-24'))

/** Plain words shown by Handrail, in the pack's own language. */
export const label = v.pipe(v.string(), v.minLength(1), v.maxLength(LABEL_LENGTH_MAX))
/** Markdown of the small kind: paragraphs, lists, **strong**, *emphasis*, `code`, https links. */
export const markdown = v.pipe(v.string(), v.minLength(1), v.maxLength(MARKDOWN_LENGTH_MAX))
/** The same, of an article. */
export const longMarkdown = v.pipe(v.string(), v.minLength(1), v.maxLength(ARTICLE_LENGTH_MAX))

/** A list of a pack: of at most `max` items, and empty where it is left out. */
export const list = <Item extends v.GenericSchema>(item: Item, max: number) =>
  v.optional(v.pipe(v.array(item), v.maxLength(max)), [])
