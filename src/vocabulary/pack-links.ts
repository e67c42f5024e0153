import { isHttps, isOnHosts } from './link-hosts.ts'
import { type MarkdownLink, markdownLinks } from './markdown-faults.ts'
import type { Pack } from './pack.ts'
import type { PackFault, PackPath } from './pack-fault.ts'
import { packTexts } from './texts.ts'

/** One link of a pack, and where it stands. */
export interface PackLink extends MarkdownLink {
  path: PackPath
}

/** Every link of a pack: in its texts, in their translations, and below articles. */
export function packLinks(pack: Pack): PackLink[] {
  const texts = packTexts(pack)
  const translated = Object.entries(pack.texts).flatMap(([locale, translations]) =>
    Object.entries(translations).map(([key, words]) => ({ words, path: ['texts', locale, key] })),
  )
  const inTexts = [...texts.filter(({ kind }) => kind === 'markdown'), ...translated].flatMap(
    ({ words, path }) => markdownLinks(words).map((link) => ({ ...link, path })),
  )
  const below = pack.articles.flatMap(({ links }, at) =>
    links.map(({ title, address }, linkAt) => ({
      words: title,
      address,
      path: ['articles', at, 'links', linkAt, 'address'],
    })),
  )
  return [...inTexts, ...below]
}

/** Links that lead to a host that the pack's own list does not hold. */
export function packLinkFaults(pack: Pack): PackFault[] {
  return packLinks(pack)
    .filter(({ address }) => isHttps(address) && !isOnHosts(address, pack.links))
    .map(({ address, path }) => ({
      level: 'error',
      path,
      message: `the link leads to '${new URL(address).host}', which the pack's 'links' does not hold: add the host, or take the link out`,
    }))
}
