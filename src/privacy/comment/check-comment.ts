import { COMMENT_LENGTH_MAX } from '../../vocabulary/lengths.ts'
import { type Find, joinFinds } from './find.ts'
import { findNames } from './names.ts'
import { createPublicWords, findOnPage } from './on-page.ts'
import { findPatterns } from './patterns.ts'

interface Context {
  /** All that stands on the page now; `undefined` where not all of it can be read. */
  page: readonly string[] | undefined
  /** Texts of the pack: signed, and about the app. */
  publicTexts: readonly string[]
  /** The tag of the language that the person has the help in. */
  language: string
}

/** What became of the check. Only the `text` of a `clean` one may be sent, and just so. */
export type CommentCheck =
  | { state: 'empty' | 'too-long' | 'unreadable' }
  | { state: 'found'; finds: Find[] }
  | { state: 'clean'; text: string }

/** A comment as it is sent: composed, without what can't be seen, with single spaces. */
export function tidyComment(comment: string): string {
  return comment
    .normalize('NFC')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .trim()
}

/**
 * Whether a comment may leave the page. It fails closed: where the page can't be read, nothing passes. What
 * it can't know: a name in small letters that does not stand on the page.
 */
export function checkComment(comment: string, context: Context): CommentCheck {
  const text = tidyComment(comment)
  if (text === '') return { state: 'empty' }
  if (text.length > COMMENT_LENGTH_MAX) return { state: 'too-long' }
  const { page, publicTexts, language } = context
  if (page === undefined) return { state: 'unreadable' }
  const known = createPublicWords(publicTexts)
  const finds = joinFinds([
    ...findPatterns(comment),
    ...findNames({
      text: comment,
      areNounsCapital: language.startsWith('de'),
      isPublic: known.hasWord,
    }),
    ...findOnPage(comment, page, known),
  ])
  return finds.length > 0 ? { state: 'found', finds } : { state: 'clean', text }
}
