import type { Anchor, AriaRole, NamedElement } from '../vocabulary/evidence.ts'

const WORDS: Partial<Record<AriaRole, string>> = {
  banner: 'top bar',
  checkbox: 'tick box',
  columnheader: 'column heading',
  combobox: 'choice field',
  complementary: 'side part',
  contentinfo: 'footer',
  form: 'form',
  generic: 'element',
  gridcell: 'cell',
  img: 'picture',
  listitem: 'list entry',
  main: 'main part',
  menuitem: 'menu entry',
  navigation: 'menu',
  option: 'choice',
  radio: 'choice',
  region: 'part',
  searchbox: 'search field',
  spinbutton: 'number field',
  tabpanel: 'tab',
  textbox: 'field',
}

function roleWord(role: AriaRole | undefined): string {
  return (role && WORDS[role]) ?? role ?? 'element'
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `‘${name}’`).join(' or ')
}

function partPhrase({ role, name }: NamedElement): string {
  return role === 'heading'
    ? `under the heading ${quoted(name)}`
    : `in the ${roleWord(role)} ${quoted(name)}`
}

/** What a recipe says, in sentences for its author: the first says it all, the others the rest. */
export function explainAnchor(anchor: Anchor): string[] {
  const { role, name, attributes = {}, within = [], near, frame, shadow, exact } = anchor
  const what = name
    ? `the ${roleWord(role)} named ${quoted(name)}`
    : `the ${roleWord(role)} without a recorded name`
  const where = within.map(partPhrase).join(', ')
  const lines = [`It is ${what}${where ? ` ${where}` : ''}.`]
  const marks = Object.entries(attributes).map(([key, value]) => `${key} “${value}”`)
  if (marks.length > 0) lines.push(`The app itself calls it ${marks.join(', ')}.`)
  if (near) lines.push(`Beside it stands the ${roleWord(near.role)} ${quoted(near.name)}.`)
  if (shadow) lines.push(`It is part of <${shadow.join('> in <')}>.`)
  if (frame) lines.push(`It lies in the frame at ${frame}.`)
  if (exact)
    lines.push(
      'Others look like it: it is found only while all of this holds, and otherwise not at all.',
    )
  return lines
}
