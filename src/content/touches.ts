import { isElement } from '../anchors/dom.ts'
import type { Ground } from './ground.ts'
import type { Guide } from './guide.ts'
import { isSecret } from './signing.ts'

interface Options extends Pick<Ground, 'page' | 'clock' | 'guard' | 'lookNow' | 'signal'> {
  guide: Pick<Guide, 'doubts' | 'touched'>
  draw: () => void
  /** Whether there is help beside fields, which comes and goes with the focus. */
  hasTips: boolean
}

/** Hears what the person does on the page, as far as it moves help on. Only the browser's own events count. */
export function hearTouches({
  page,
  clock,
  guard,
  lookNow,
  signal,
  guide,
  draw,
  hasTips,
}: Options) {
  const passive = { capture: true, passive: true, signal }
  const real = (act: (event: Event) => void) =>
    guard((event: Event) => {
      if (event.isTrusted) act(event)
    })
  const touched = (type: 'press' | 'input') =>
    real((event) => {
      if (guide.doubts.isAny()) lookNow()
      if (guide.touched(type, event.composedPath())) draw()
    })
  page.addEventListener('click', touched('press'), passive)
  // Not `input`: a step that asks for a value is done when the value is, not at its first digit.
  page.addEventListener('change', touched('input'), passive)
  const focused = real((event) => {
    // The field itself: further out in the path stands the window, which is no node.
    const field = event.composedPath()[0] as Node
    // After the browser has moved the focus; what is beside a field is looked for anew.
    if (hasTips) clock.after(0, guard(lookNow))
    // A field for a secret silences what is up at once.
    else if (isElement(field) && isSecret(field)) clock.after(0, guard(draw))
  })
  for (const name of ['focusin', 'focusout']) page.addEventListener(name, focused, passive)
}
