import { closestAcross, isHolding, isInside, isMatch, localNameOf } from '../../anchors/dom.ts'
import type { FieldEvent, FieldTraits } from '../../friction/observation.ts'
import type { Seen } from './seen.ts'
import { isElement, pathOf, type Sensor } from './sensor.ts'
import { BUTTON_TYPES, roleOf } from './traits.ts'

/** A press this long before a field has the focus is why it has, in ms. */
const CHOSEN_MS = 500
const FIELD =
  'input,textarea,select,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=searchbox],[role=combobox],[role=spinbutton]'
/** Types of inputs that are pressed, and not typed into. */
const isChoice = (type: string) => BUTTON_TYPES.test(type) || /^(range|color)$/.test(type)
/** Kinds of input that are one person's typing; the name of the kind, never what was entered. */
const TYPING = /^(insertText|insertCompositionText|insertLineBreak|insertParagraph|delete)/

const fieldOf = ([innermost]: readonly Element[]) => innermost && closestAcross(innermost, FIELD)

/** What may be known about a field: from its markup, and from what the pack says of it. */
export function fieldTraits(field: Element, seen: Seen | undefined): FieldTraits {
  const tag = localNameOf(field)
  const type = tag === 'input' ? (field as HTMLInputElement).type : ''
  const isIn = (targets: readonly string[] = []) =>
    targets.some((target) => {
      const holder = seen?.find(target)
      return holder !== undefined && isHolding(holder, field)
    })
  return {
    isSearch: type === 'search' || isInside(field, '[role=searchbox],[role=search],search'),
    isChoice: isChoice(type),
    isSelect: tag === 'select',
    isNote: isIn(seen?.pack.signals.notes),
    isScan: isIn(seen?.pack.signals.scans),
    role: roleOf(field),
  }
}

/**
 * Reports what happens to fields: that one was entered, typed into, pasted into or left. Only kinds
 * of events are told, never what a field holds. `used`: something was entered.
 */
export function senseFields(sensor: Sensor, used: (field: Element, at: number) => void) {
  const { ears, registry, report, seen } = sensor
  let pressed: { path: readonly Element[]; at: number } | undefined

  /** The field that is worked in: looked at once, and not at each key. */
  let at:
    | { field: Element; screen: string | undefined; traits: FieldTraits; isUsed: boolean }
    | undefined

  function workIn(field: Element) {
    const screen = seen()?.screen
    if (at?.field !== field || at.screen !== screen)
      at = { field, screen, traits: fieldTraits(field, seen()), isUsed: false }
    return at
  }

  /** Heard while a field is worked in only: the focus moves among other things far more often. */
  const leaving = ears.atTimes(['focusout'], (event) => {
    leaving.rest()
    const field = fieldOf(pathOf(event))
    if (field !== undefined) tell(field, 'left', event)
  })

  function tell(field: Element, act: FieldEvent['act'], { timeStamp }: Event, isChosen = false) {
    if (act !== 'left') leaving.listen()
    if (act === 'entered') at = undefined
    const work = workIn(field)
    const { traits } = work
    report({ type: 'field', at: timeStamp, act, field: registry.remember(field), traits, isChosen })
    const isEntry = act === 'typed' || act === 'pasted' || act === 'changed'
    if (isEntry && !work.isUsed) used(field, timeStamp)
    work.isUsed = isEntry
  }

  const isPressed = (field: Element, now: number) =>
    pressed !== undefined &&
    now - pressed.at <= CHOSEN_MS &&
    pressed.path.some(
      (part) => part === field || (part as Partial<HTMLLabelElement>).control === field,
    )

  ears.listen(['pointerdown'], ({ timeStamp: at }, path) => {
    pressed = { path, at }
  })
  ears.listen(['focusin'], (event, path) => {
    const field = fieldOf(path)
    if (field === undefined) return
    const { relatedTarget } = event
    const isFromField = isElement(relatedTarget) && isMatch(relatedTarget, FIELD)
    tell(field, 'entered', event, isFromField || isPressed(field, event.timeStamp))
  })
  ears.listen(['paste'], (event, path) => {
    const field = fieldOf(path)
    if (field !== undefined) tell(field, 'pasted', event)
  })
  ears.listen(['input'], (event, path) => {
    const field = fieldOf(path)
    const { inputType = '' } = event as Partial<InputEvent>
    // Pasting has an event of its own, which apps that paste by themselves fire too.
    if (field === undefined || inputType === 'insertFromPaste') return
    tell(field, TYPING.test(inputType) ? 'typed' : 'changed', event)
  })
}
