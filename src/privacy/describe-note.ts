import { outcomeLabel } from '../vocabulary/dictionary.ts'
import { DAY_MS, type Note } from '../vocabulary/note.ts'
import { detailLabels, labelsOf, type Wording } from './describe.ts'

/**
 * A note in words: “On 24 Nov: report on ‘Save’ in Vitals form (Too many steps): “The list is slow.”, with the
 * screen as 34 grey boxes”.
 */
export function describeNote(note: Note, { packs, locale }: Wording): string {
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const { screen, target } = labelsOf(note, packs)
  const about =
    target === undefined
      ? note.role === undefined
        ? ''
        : ` on a ${note.role}${note.region === undefined ? '' : ` of the part ‘${note.region}’`}`
      : ` on ‘${target}’`
  const said = [outcomeLabel('report', note.outcome), ...detailLabels(note)].join('; ')
  const words = note.comment === undefined ? undefined : `“${note.comment}”`
  const boxes = note.wireframe?.length
  const drawn =
    boxes === undefined
      ? undefined
      : boxes === 1
        ? 'with the screen as one grey box'
        : `with the screen as ${boxes} grey boxes`
  const brought = [words, drawn].filter((part) => part !== undefined).join(', ')
  return `On ${date.format(note.day * DAY_MS)}: report${about} in ${screen} (${said}): ${brought}`
}
