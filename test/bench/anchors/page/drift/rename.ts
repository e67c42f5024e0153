import { renamed } from './random.ts'

const REFERENCES = [
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-activedescendant',
  'aria-details',
  'headers',
  'list',
  'form',
]

/** Renames in the styles what was renamed in the page, so that it still looks as it did. */
function renameInStyles(mark: '.' | '#', names: ReadonlySet<string>) {
  const pattern = mark === '.' ? /\.((?:\\.|[\w-])+)/g : /#((?:\\.|[\w-])+)/g
  for (const style of document.querySelectorAll('style'))
    style.textContent = (style.textContent ?? '').replace(pattern, (whole, word: string) => {
      const name = word.replace(/\\(.)/g, '$1')
      return names.has(name) ? mark + renamed(name) : whole
    })
}

export function renameClasses() {
  const names = new Set<string>()
  for (const element of document.querySelectorAll('[class]')) {
    const tokens = [...element.classList]
    for (const token of tokens) names.add(token)
    element.setAttribute('class', tokens.map(renamed).join(' '))
  }
  renameInStyles('.', names)
}

export function renameIds() {
  const names = new Set<string>()
  for (const element of document.querySelectorAll('[id]')) names.add(element.id)
  for (const element of document.querySelectorAll('[id]')) element.id = renamed(element.id)
  const renameWords = (value: string) =>
    value
      .split(/\s+/)
      .map((id) => (names.has(id) ? renamed(id) : id))
      .join(' ')
  for (const attribute of REFERENCES)
    for (const element of document.querySelectorAll(`[${attribute}]`))
      element.setAttribute(attribute, renameWords(element.getAttribute(attribute) ?? ''))
  renameInStyles('#', names)
}

export function renameData() {
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (name.startsWith('data-')) {
        element.removeAttribute(name)
        element.setAttribute(`data-${renamed(name)}`, value)
      }
}
