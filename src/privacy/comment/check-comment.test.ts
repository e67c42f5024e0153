import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { COMMENT_LENGTH_MAX } from '../../vocabulary/lengths.ts'
import { checkComment, tidyComment } from './check-comment.ts'
import { areFunctionWords } from './ordinary-words.ts'
import { wordsOf } from './words.ts'

const check = (
  comment: string,
  page: string[] = [],
  { language = 'en', publicTexts = [] as string[] } = {},
) => checkComment(comment, { page, publicTexts, language })

/** What is found, as it was written, with its kind. */
function found(...args: Parameters<typeof check>): [string, string][] {
  const result = check(...args)
  if (result.state !== 'found') return []
  return result.finds.map(({ kind, start, end }) => [kind, args[0].slice(start, end)])
}

describe('a comment by itself', () => {
  it.each([
    ['en', 'The list is slow, and I lose my place when it loads again.'],
    ['en', 'Too many clicks. Why does the ICU page open first?'],
    ['de', 'Die Liste der Warnungen ist zu lang, und der Knopf zum Speichern fehlt.'],
    ['fr', 'Le bouton est caché et je ne trouve pas la liste.'],
    ['es', 'Hay demasiados pasos y el botón no se ve.'],
    ['pt-BR', 'A tela demora e o botão não aparece.'],
    ['nl', 'De lijst is traag en de knop staat verkeerd.'],
    ['ar', 'القائمة بطيئة جدا والزر غير واضح.'],
  ])('in %s passes: %s', (language, comment) => {
    expect(check(comment, [], { language })).toEqual({ state: 'clean', text: comment })
  })

  it.each([
    ['bed 7 is wrong', [['number', '7']]],
    ['ask for ４２ of them', [['number', '４２']]],
    ['السرير ٧ خطأ', [['number', '٧']]],
    ['born 1.4.1962', [['date', '1.4.1962']]],
    ['born 1962-04-01', [['date', '1962-04-01']]],
    ['born 1962‑04‑01', [['date', '1962‑04‑01']]],
    ['on 3 March it was slow', [['date', '3 March']]],
    ['am 3. März war es langsam', [['date', '3. März']]],
    ['le 3 mars c’est lent', [['date', '3 mars']]],
    ['call +44 20 7946 0123', [['phone', '+44 20 7946 0123']]],
    ['call 020\u00a07946\u200b0123', [['phone', '020\u00a07946\u200b0123']]],
    ['it is MRN-A12345 again', [['id', 'MRN-A12345']]],
    ['write to jane@example.org please', [['email', 'jane@example.org']]],
    ['write to jane＠example.org please', [['email', 'jane＠example.org']]],
    ['see https://ehr.example.org/p', [['link', 'https://ehr.example.org/p']]],
    ['the chart of Smith is slow', [['name', 'Smith']]],
    ['Jane Smith is not shown', [['name', 'Jane Smith']]],
    ['for j. smith and J. Smith', [['name', 'J. Smith']]],
    ['ask mrs smith', [['name', 'mrs smith']]],
    ['ask Dr. smith', [['name', 'Dr. smith']]],
  ])('is refused: %s', (comment, finds) => {
    expect(found(comment)).toEqual(finds)
  })

  it.each([
    ['de', 'Bei Anna Müller fehlt der Knopf', 'Anna Müller'],
    ['de', 'Frau Yilmaz ist nicht in der Liste', 'Frau Yilmaz'],
    ['fr', 'le dossier de Dupont est lent', 'Dupont'],
    ['es', 'la ficha de García no abre', 'García'],
    ['nl', 'het dossier van mevrouw jansen', 'mevrouw jansen'],
    ['ar', 'ملف السيد كريم لا يفتح', 'السيد كريم'],
  ])('in %s a name is refused: %s', (language, comment, name) => {
    expect(found(comment, [], { language })).toEqual([['name', name]])
  })

  it('knows the words of the pack, which are the app’s and no patient’s', () => {
    expect(found('Why does Synopsis open first and Chart Review last?')).not.toEqual([])
    const publicTexts = ['Chart Review', 'Open Synopsis']
    expect(
      check('The page Synopsis opens first and Chart Review last.', [], { publicTexts }).state,
    ).toBe('clean')
  })

  it('is refused where it is empty or too long, by what would be sent', () => {
    expect(check(' \u200b\n ').state).toBe('empty')
    expect(check('so '.repeat(COMMENT_LENGTH_MAX)).state).toBe('too-long')
  })

  it('is sent composed, in one line, and without what can’t be seen', () => {
    expect(tidyComment(' too\u200b  many\n\tcle\u0301s ')).toBe('too many clés')
  })

  it('has no digit in it once it has passed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (comment) => {
        const result = check(comment)
        if (result.state === 'clean') expect(result.text).not.toMatch(/[\p{N}@]/u)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a comment beside the page', () => {
  const page = ['Patient', 'jane doe-miller', 'penicillin', 'Allergies', 'Reaction: rash']

  it.each([
    ['jane doe', 'two words'],
    ['JANE DOE', 'case'],
    ['jane   doe', 'spacing'],
    ['jane\u00a0doe', 'a no-break space'],
    ['jane\u2003doe', 'an em space'],
    ['jane-doe', 'a hyphen'],
    ['jane\u2011doe', 'a hyphen that does not break'],
    ['jane\u2212doe', 'a minus sign'],
    ['jane doe miller', 'a hyphen left out'],
    ['janedoe', 'no space'],
    ['ja\u200bne d\u200coe', 'zero-width characters'],
    ['ja\u00adne doe', 'a soft hyphen'],
    ['jáné dôe', 'accents'],
    ['ja\u0301ne do\u0308e', 'accents written apart'],
    ['ｊａｎｅ　ｄｏｅ', 'full-width letters and space'],
    ['𝐣𝐚𝐧𝐞 𝐝𝐨𝐞', 'mathematical letters'],
    ['j a n e d o e', 'letters spaced out'],
    ['j.a.n.e doe', 'dots'],
    ['penicillin', 'one word that is no everyday one'],
    ['the penicillins', 'its plural'],
    ['reaction rash', 'words of neighbouring elements'],
  ])('is refused: %s (%s)', (phrase) => {
    expect(check(`it is slow: ${phrase} here`, page).state).toBe('found')
  })

  it('marks just what also stands there', () => {
    expect(found('it is slow for jane doe here', page)).toEqual([['on-page', 'jane doe']])
  })

  it.each([
    ['de', 'der knopf bei mueller fehlt', ['Müller'], 'mueller'],
    ['de', 'der knopf bei müller fehlt', ['Mueller'], 'müller'],
    ['de', 'der knopf bei strasse fehlt', ['Straße'], 'strasse'],
    ['fr', 'lent pour helene', ['Hélène'], 'helene'],
    ['ar', 'بطيئة مع أحمد', ['احمد'], 'أحمد'],
    ['ar', 'بطيئة وأحمد', ['أحمد'], 'وأحمد'],
    ['en', '手順は山田です', ['山田 太郎'], '山田'],
    ['en', 'slow for Οδυσσέας', ['οδυσσεας'], 'Οδυσσέας'],
  ])('in %s is refused: %s', (language, comment, texts, name) => {
    expect(found(comment, texts, { language })).toEqual([
      [expect.stringMatching(/on-page|name/), name],
    ])
  })

  it('passes with everyday words, though the page has them too', () => {
    const texts = ['Patient list', 'Search', 'the list of orders is', 'Save', 'Loading results']
    expect(check('The results come late, and of the order I see no word.', texts).state).toBe(
      'clean',
    )
  })

  it('passes with words of the pack in the order of the pack', () => {
    const publicTexts = ['Record vitals', 'Vitals form']
    const texts = ['Record vitals', 'Penicillin']
    expect(check('I miss where to record vitals.', texts, { publicTexts }).state).toBe('clean')
    expect(check('I miss where to record vitals.', texts).state).toBe('found')
  })

  it('never passes where the page can’t be read', () => {
    fc.assert(
      fc.property(fc.string(), (comment) => {
        const result = checkComment(comment, { page: undefined, publicTexts: [], language: 'en' })
        expect(result.state).not.toBe('clean')
        expect(result.state).not.toBe('found')
      }),
    )
  })
})

describe('a phrase of the page, spelled in any way', () => {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzäöüßéñçøабвгдежзиклмאבגדהוالمحعرس'
  const word = fc
    .string({ unit: fc.constantFrom(...LETTERS), minLength: 2, maxLength: 9 })
    .filter((text) => wordsOf(text, 'plain').length === 1)
  const fullWidth = (text: string) =>
    text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
  const within = (sign: string) => (text: string) => [...text].join(sign)
  const respell = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD'),
    fullWidth,
    within('\u200b'),
    within('\u00ad'),
    within('\u2060'),
    within('\ufeff'),
    within('\u0301'),
    within(' '),
    within('.'),
  )
  const between = fc.constantFrom(
    ...[' ', '  ', '\u00a0', '\u2009', '\u3000', '-', '\u2010', '\u2011', '\u2013', '\u2212'],
    ...['\u200b', '', '_', '/', ', ', '\n'],
  )
  const everyday = fc.constantFrom('', 'slow', 'the list', 'it is hidden:', 'why?')

  test('never passes', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 12 }),
        fc.nat(),
        respell,
        between,
        everyday,
        everyday,
        (words, pick, spell, gap, before, after) => {
          const at = pick % (words.length - 1)
          const phrase = words.slice(at, at + 2)
          fc.pre(!areFunctionWords(phrase.map((one) => wordsOf(one, 'plain')[0]?.word ?? '')))
          const comment = `${before} ${phrase.map(spell).join(gap)} ${after}`
          fc.pre(tidyComment(comment).length <= COMMENT_LENGTH_MAX)
          expect(check(comment, [words.join(' ')]).state).toBe('found')
        },
      ),
      { numRuns: 3_000 },
    )
  })
})
