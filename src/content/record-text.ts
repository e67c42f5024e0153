import { childrenOf, isElement, isMatch, isText, shadowOf, textOf } from '../anchors/dom.ts'

/** What a banner holds beside the words that say whose record it is. */
const NOT_ABOUT =
  'button,[role~="button"],[role~="menu"],[role~="tooltip"],input,select,textarea,script,style'
/** Longer texts are no banner. */
const TEXT_MAX = 5_000

/**
 * The words that say whose record is open; empty where there are none, or too many. This is the only
 * place that reads them, and `record-watch.ts` the only one that asks: they are compared, and go nowhere.
 */
export function recordText(part: Element, except: readonly Element[]): string {
  const words: string[] = []
  const collect = (node: Node): void => {
    if (isText(node)) words.push(textOf(node).trim())
    if (!isElement(node)) return
    if (except.includes(node) || isMatch(node, NOT_ABOUT)) return
    const inner = shadowOf(node)
    for (const child of [...(inner ? childrenOf(inner) : []), ...childrenOf(node)]) collect(child)
  }
  collect(part)
  const text = words.filter((word) => word !== '').join('\n')
  return text.length > TEXT_MAX ? '' : text.replace(/[^\S\n]+/g, ' ')
}
