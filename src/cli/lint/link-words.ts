import { packLinks } from '../../vocabulary/pack-links.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

/** Something in the words of a link that reads as an address: `example.org`, `https://example.org`. */
const HOST_IN_WORDS = /(?:^|[\s/@])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/u
const LATIN = /\p{Script=Latin}/u
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/** The words of a link say where it leads, or at least nothing else. */
export const linkWords: LintRule = (pack) => {
  return packLinks(pack).flatMap(({ words, address, path }) => {
    const host = URL.canParse(address) ? new URL(address).hostname : ''
    const claimed = HOST_IN_WORDS.exec(words)?.[1]?.toLowerCase()
    if (claimed !== undefined && !isSameSite(claimed, host))
      return [lintError(path, `the link reads '${words}' and leads to '${host}': let both agree`)]
    if (words.split(/\s+/).some((word) => LATIN.test(word) && LOOK_ALIKE.test(word)))
      return [
        lintError(path, `the link's words '${words}' mix letters that look alike: type them anew`),
      ]
    if (words.trim() === '')
      return [lintError(path, `the link to '${host}' has no words: write what is there`)]
    return host.split('.').some((label) => label.startsWith('xn--'))
      ? [lintWarning(path, `the link leads to '${host}', which looks like another: is it right?`)]
      : []
  })
}

function isSameSite(claimed: string, host: string): boolean {
  const bare = (name: string) => name.replace(/^www\./, '')
  return bare(claimed) === bare(host)
}
