/** A text with `{places}`, or one text per plural form, chosen by the value named `count`. */
export type Word = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)

export type Values = Record<string, string | number>

/** Gives the words for a key, with its places filled in. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

/** Words by language tag. English is always there; a language it lacks falls back to it. */
export type Languages<Key extends string> = { en: Record<Key, Word> } & Record<
  string,
  Record<Key, Word>
>

/** The words of `locale`: `pt-BR` falls back to `pt`, then to English. */
export function createSay<Key extends string>(languages: Languages<Key>, locale: string): Say<Key> {
  const tag = [locale, locale.split('-', 1)[0] ?? ''].find((name) => Object.hasOwn(languages, name))
  const words = languages[tag ?? 'en'] ?? languages.en
  const plurals = new Intl.PluralRules(tag ?? 'en')
  return (key, values = {}) => {
    const word = words[key]
    const text =
      typeof word === 'string' ? word : (word[plurals.select(Number(values.count))] ?? word.other)
    return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
  }
}
