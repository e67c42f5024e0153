import { attributeOf, childrenOf, isHolding, isOnPage, isText } from '../../anchors/dom.ts'
import { isElement, type Sensor } from './sensor.ts'

/** What a control shows of its press is gone again after this time, in ms: ripples take half a second. */
export const PRESS_STYLE_MS = 1000
const STYLE: readonly (string | null)[] = ['class', 'style']

interface Before {
  element: Element
  attribute: string
  was: string
}

/** Elements and nothing else, as ripples are. */
const isWordless = (node: Node): boolean => !isText(node) && childrenOf(node).every(isWordless)

/**
 * Tells the style of a press, which says nothing, from an answer: both change the control itself. A class or style
 * that is as before after a second, or a wordless part that is gone again, was style. What is compared is forgotten then.
 */
export function sensePressStyle({ clock, guard, report }: Sensor, flush: () => void) {
  let control: Element | undefined
  let pressedAt = 0
  let before: Before[] = []
  let added = new Set<Node>()
  let cancel: (() => void) | undefined

  const isAsBefore = () =>
    before.every(
      ({ element, attribute, was }) => was === (attributeOf(element, attribute) ?? ''),
    ) && ![...added].some(isOnPage)

  function end() {
    if (cancel === undefined) return
    cancel()
    cancel = undefined
    if (!isAsBefore()) report({ type: 'alive', source: 'mutation', at: pressedAt })
    before = []
    added = new Set()
    control = undefined
  }

  const compare = guard(() => {
    flush()
    end()
  })

  function keep({
    addedNodes,
    attributeName,
    oldValue,
    removedNodes,
    target,
    type,
  }: MutationRecord) {
    if (type === 'attributes') {
      if (!isElement(target) || attributeName === null || !STYLE.includes(attributeName))
        return false
      const isKnown = before.some(
        ({ element, attribute }) => element === target && attribute === attributeName,
      )
      if (!isKnown) before.push({ element: target, attribute: attributeName, was: oldValue ?? '' })
      return true
    }
    if (type !== 'childList' || ![...addedNodes].every(isWordless)) return false
    for (const node of addedNodes) added.add(node)
    // What was there before is no part of a ripple.
    return [...removedNodes].every((node) => added.has(node))
  }

  return {
    pressed(element: Element | undefined, at: number) {
      end()
      control = element
      pressedAt = at
    },
    /** Whether a change may be the style of the last press: what it was is told once that is known. */
    takes(record: MutationRecord, at: number): boolean {
      if (control === undefined || at - pressedAt > PRESS_STYLE_MS) return false
      if (!isHolding(control, record.target) || !keep(record)) return false
      cancel ??= clock.after(Math.max(0, pressedAt + PRESS_STYLE_MS - at), compare)
      return true
    },
  }
}

export type PressStyle = ReturnType<typeof sensePressStyle>
