import { only, type Tool } from './tool.ts'

/** What "Copy selector" of the browser's tools gives: an id, or places among children up to one. */
function pathOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.id && document.querySelectorAll(`#${CSS.escape(at.id)}`).length === 1)
      return [`#${CSS.escape(at.id)}`, ...parts].join(' > ')
    const parent: Element | null = at.parentElement
    if (parent === null) return ['html', ...parts].join(' > ')
    const place = [...parent.children].indexOf(at) + 1
    parts.unshift(`${CSS.escape(at.localName)}:nth-child(${place})`)
  }
  return parts.join(' > ')
}

export const cssPath: Tool = {
  name: 'single CSS selector',
  record: pathOf,
  look: (recipe) => only([...document.querySelectorAll(String(recipe))]),
}
