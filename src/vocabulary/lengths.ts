// By themselves: pages need them, and load no schema.

/** Of plain words, in characters. */
export const LABEL_LENGTH_MAX = 120
/** Of a text beside a control at work, in characters. */
export const MARKDOWN_LENGTH_MAX = 1200
/** Of what is read for itself, in the help panel, in characters. */
export const ARTICLE_LENGTH_MAX = 6000
/** Other words that people look for one thing by, at most. */
export const KEYWORDS_MAX = 20
/** Characters of a report's comment, at most. */
export const COMMENT_LENGTH_MAX = 300
