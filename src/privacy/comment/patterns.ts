import type { Find, FindKind } from './find.ts'

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl', 'ar']

/** Months by name, long and short, as the languages of the help have them. */
function monthNames(): string[] {
  const names = LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2026, at, 15)))
    }),
  )
  return [...new Set(names.map((name) => name.replace('.', '').toLowerCase()))]
    .filter((name) => !/\p{N}/u.test(name))
    .toSorted((a, b) => b.length - a.length)
}

const MONTH = `(?:${monthNames().join('|')})`
const DASH = String.raw`[-\p{Pd}\u2212]`
const GAP = String.raw`[\s\p{Z}\p{Cf}]`

/** In the order in which a part is told as one or the other. Every digit is part of some find. */
const PATTERNS: readonly [FindKind, RegExp][] = [
  ['email', /[^\s@＠﹫]*[@＠﹫][^\s@＠﹫]*|[^\s@]+\s*[[(]\s*at\s*[\])]\s*[^\s@]+/giu],
  ['link', /\b(?:https?:\/\/|www\.)\S+/giu],
  [
    'date',
    new RegExp(
      String.raw`\p{N}{1,4}${GAP}*(?:[./]|${DASH})${GAP}*\p{N}{1,2}(?:${GAP}*(?:[./]|${DASH})${GAP}*\p{N}{1,4})?|\p{N}{1,4}(?:st|nd|rd|th|er|\.)?${GAP}*(?:of|de|d’)?${GAP}*${MONTH}(?!\p{L})\.?(?:${GAP}*(?:de)?${GAP}*\p{N}{1,4})?|(?<!\p{L})${MONTH}\.?${GAP}*\p{N}{1,4}(?:,?${GAP}*\p{N}{4})?`,
      'giu',
    ),
  ],
  ['phone', new RegExp(String.raw`\+?\p{N}(?:(?:${GAP}|${DASH}|[()/.])*\p{N}){6,}`, 'gu')],
  [
    'id',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?=[\p{L}\p{N}\p{Pd}]*\p{L})(?=[\p{L}\p{N}\p{Pd}]*\p{N})[\p{L}\p{N}](?:${DASH}?[\p{L}\p{N}])*`,
      'gu',
    ),
  ],
  ['number', /\p{N}(?:(?:[.,’']|\p{Cf}|\p{M})*\p{N})*/gu],
]

/** What by its form is an address, a date, a telephone number, an id or a number. */
export function findPatterns(text: string): Find[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind,
      start: index,
      end: index + found.length,
    })),
  )
}
