import type { Pack, Screen, Target } from '../../vocabulary/pack.ts'
import { placeSteps } from './step-places.ts'

/** One press that leads from a screen to a form. */
export interface Press {
  from: string
  target: Target
  to: string
}

const PRESSED = new Set(['button', 'link', 'menuitem', 'tab'])

/**
 * The presses that open a form, from the first screen that shows by its address alone; none where
 * no step of the pack says how. Only what a step presses to open a form is ever pressed: nothing
 * that saves, signs or leaves.
 */
export function formRoute(pack: Pack, form: Screen): Press[] {
  const presses = formPresses(pack)
  const isForm = new Map(pack.screens.map(({ id, dialog }) => [id, dialog]))
  const open: Press[][] = presses.filter(({ to }) => to === form.id).map((press) => [press])
  const seen = new Set<string>()
  for (let route = open.shift(); route !== undefined; route = open.shift()) {
    const from = route[0]?.from ?? ''
    if (!isForm.get(from)) return route
    if (seen.has(from)) continue
    seen.add(from)
    for (const press of presses) if (press.to === from) open.push([press, ...route])
  }
  return []
}

function formPresses(pack: Pack): Press[] {
  const targets = new Map(pack.targets.map((target) => [target.id, target]))
  const screens = new Map(pack.screens.map((screen) => [screen.id, screen]))
  return placeSteps(pack).flatMap(({ step: { advance, target: id }, screens: places }) => {
    const target = targets.get(id ?? '')
    if (advance.on !== 'screen' || !screens.get(advance.screen)?.dialog) return []
    if (target?.anchor.role === undefined || !PRESSED.has(target.anchor.role)) return []
    const isOpenable = (place: string) => {
      const screen = screens.get(place)
      return screen !== undefined && (screen.dialog || screen.examples.length > 0)
    }
    return places.filter(isOpenable).map((from) => ({ from, target, to: advance.screen }))
  })
}
