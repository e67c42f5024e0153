const SHIFT = new Map([...'aeiouAEIOU'].map((letter, index) => [letter, [...'eioauEIOAU'][index]]))

/** Another language, in that no word stays: vowels move and each word gets an ending. */
export function translate(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const moved = [...word].map((letter) => SHIFT.get(letter) ?? letter).join('')
    return word.length > 1 ? `${moved}ta` : `${moved}${moved}`
  })
}

/** Other words for sure: what has no letters (`<<`) would be the same in any language. */
export function otherWords(text: string): string {
  return /\p{L}/u.test(text) ? translate(text) : `${text} eta`
}

const WORD_ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'aria-placeholder'] as const

/** Changes every text in some subtrees; gives back what undoes it. */
export function changeWords(roots: Iterable<Element>, change: (text: string) => string) {
  const undo: (() => void)[] = []
  const seen = new Set<Node>()
  const changeAttributes = (element: Element) => {
    for (const name of WORD_ATTRIBUTES) {
      const value = element.getAttribute(name)
      if (!value?.trim()) continue
      element.setAttribute(name, change(value))
      undo.push(() => element.setAttribute(name, value))
    }
  }
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
      if (seen.has(node)) continue
      seen.add(node)
      if (node instanceof Element) changeAttributes(node)
      else if (
        node instanceof Text &&
        node.data.trim() &&
        node.parentElement?.tagName !== 'STYLE'
      ) {
        const text = node
        const { data } = text
        text.data = change(data)
        undo.push(() => {
          text.data = data
        })
      }
    }
  }
  return () => {
    for (const step of undo.reverse()) step()
  }
}

/** The elements whose words name a control: itself, its labels, what `aria-labelledby` names. */
export function namedBy(element: Element): Element[] {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/).filter(Boolean) ?? []
  const labels = 'labels' in element ? [...((element.labels as NodeList | null) ?? [])] : []
  return [
    element,
    ...labels.filter((label) => label instanceof Element),
    ...ids.flatMap((id) => document.getElementById(id) ?? []),
  ]
}
