import * as v from 'valibot'
import { type PageNote, pageNoteSchema } from '../vocabulary/note.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { checkComment } from './comment/check-comment.ts'
import { publicTextsOf } from './comment/public-texts.ts'

interface Allowed {
  comments: boolean
  wireframes: boolean
  /** The tag of the help’s language. */
  language: string
}

/**
 * Lets a page’s note pass only where one of `packs` (those of its site) holds its ids and the policy allows
 * what it brings. The comment is checked once more by itself: what stands on the page only the page knows.
 * `undefined` for everything else. Never throws.
 */
export function createNoteGate(packs: readonly Pack[], allowed: Allowed) {
  return (raw: unknown): PageNote | undefined => {
    const read = v.safeParse(pageNoteSchema, raw)
    if (!read.success) return undefined
    const { app: named, packVersion: _, ...note } = read.output
    if (note.comment !== undefined && !allowed.comments) return undefined
    if (note.wireframe !== undefined && !allowed.wireframes) return undefined
    const pack = packs.find(
      ({ app, screens, targets }) =>
        (named === undefined || app.id === named) &&
        screens.some(({ id }) => id === note.screen) &&
        (note.target === undefined || targets.some(({ id }) => id === note.target)),
    )
    if (pack === undefined) return undefined
    if (note.comment !== undefined) {
      const publicTexts = publicTextsOf([pack])
      const check = checkComment(note.comment, { ...allowed, page: [], publicTexts })
      if (check.state !== 'clean' || check.text !== note.comment) return undefined
    }
    return { ...note, app: pack.app.id, packVersion: pack.version }
  }
}
