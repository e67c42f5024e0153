import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { Anchor, NamedElement } from '../vocabulary/evidence.ts'
import { isShape } from './icon.ts'

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

function marksPhrase(attributes: NonNullable<Anchor['attributes']>): string {
  return Object.entries(attributes)
    .map(([key, value]) => `${key} “${value}”`)
    .join(', ')
}

function iconPhrase(icons: readonly string[]): string {
  const named = icons.find((icon) => !isShape(icon))
  return named ? `Its icon is called “${named}”.` : 'Its icon is known by its shape.'
}

/** What a recipe says, in sentences for its author: the first says it all, the others the rest. */
export function explainAnchor(anchor: Anchor): string[] {
  const { role, name, label, under, attributes = {}, holds, holder, icon } = anchor
  const { within = [], near, frame, shadow, exact } = anchor
  const what = name
    ? `the ${roleWord(role)} named ${quoted(name)}`
    : `the ${roleWord(role)} without a recorded name`
  const where = within.map(partPhrase).join(', ')
  const lines = [`It is ${what}${where ? ` ${where}` : ''}.`]
  if (label) lines.push(`${quoted(label)} stands before it as its label.`)
  if (under) lines.push(`The title before it is ${quoted(under)}.`)
  if (Object.keys(attributes).length > 0)
    lines.push(`The app itself calls it ${marksPhrase(attributes)}.`)
  if (holds) lines.push(`The app calls the thing inside it ${marksPhrase(holds)}.`)
  if (holder)
    lines.push(`It is the only ${roleWord(role)} in what the app calls ${marksPhrase(holder)}.`)
  if (icon) lines.push(iconPhrase(icon))
  if (near) lines.push(`Beside it stands the ${roleWord(near.role)} ${quoted(near.name)}.`)
  if (shadow) lines.push(`It is part of <${shadow.join('> in <')}>.`)
  if (frame) lines.push(`It lies in the frame at ${frame}.`)
  if (exact)
    lines.push(
      'Others look like it: it is found only while all of this holds, and otherwise not at all.',
    )
  return lines
}
