import { BEACONS_MAX } from '../../vocabulary/beacons.ts'
import type { Hint, Pack } from '../../vocabulary/pack.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

/** What a tip can stand beside: what has the focus while somebody fills it in. */
const FIELD_ROLES = [
  ...['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'slider'],
  ...['checkbox', 'radio', 'switch', 'group', 'radiogroup'],
]

/** A hint stands on the page itself, beside something of its own, and a tip beside a field. */
export const hintPlaces: LintRule = (pack) =>
  pack.hints.flatMap((hint, at) => {
    const path = ['hints', at] as const
    const before = pack.hints.slice(0, at)
    if (pack.screens.some(({ id, frame }) => frame && id === hint.screen))
      return [
        lintError(
          [...path, 'screen'],
          `hint '${hint.id}' is on a screen of frames, where none is shown: name a screen of the page`,
        ),
      ]
    if (before.some((other) => other.target === hint.target && isBeside(other, hint)))
      return [
        lintWarning(
          path,
          `another ${hint.kind} stands at '${hint.target}' on this screen: make one of them`,
        ),
      ]
    const role = roleOfTarget(pack, hint)
    if (hint.kind === 'tip' && role !== undefined && !FIELD_ROLES.includes(role))
      return [
        lintWarning(
          [...path, 'kind'],
          `tip '${hint.id}' shows while its target has the focus, and a ${role} is no field: make it a beacon`,
        ),
      ]
    if (hint.kind === 'beacon' && before.filter((b) => isBeside(b, hint)).length === BEACONS_MAX)
      return [
        lintWarning(
          path,
          `screen '${hint.screen}' has more than ${BEACONS_MAX} beacons, and shows the first ${BEACONS_MAX}: keep what matters most`,
        ),
      ]
    return []
  })

function isBeside(one: Hint, other: Hint): boolean {
  return one.screen === other.screen && one.kind === other.kind
}

function roleOfTarget(pack: Pack, hint: Hint): string | undefined {
  return pack.targets.find(({ id }) => id === hint.target)?.anchor.role
}
