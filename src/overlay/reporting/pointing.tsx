import { useEffect, useRef, useState } from 'preact/hooks'
import { isOnPage } from '../../anchors/dom.ts'
import type { Pointed } from '../guide.ts'
import { fromPerson, pressed } from '../press.ts'
import { partName } from './part-name.ts'
import { Ring } from './ring.tsx'
import type { PartProps } from './shared.ts'
import { stepByKey, useStepper } from './stepper.ts'

interface Props extends Pick<PartProps, 'document' | 'host' | 'say' | 'actions'> {
  /** The screen that is shown. */
  screen: string | undefined
  onPick: (pointed: Pointed) => void
  onBack: () => void
}

/**
 * A clear pane over the page takes the press, so that pointing at a button never presses it. By keyboard the
 * parts of the screen are stepped through.
 */
export function Pointing({ document, host, say, actions, screen, onPick, onBack }: Props) {
  const [under, setUnder] = useState<Element>()
  const { part, step } = useStepper(actions.parts, screen)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  const meant = under && isOnPage(under) ? under : part

  function look({ clientX, clientY }: MouseEvent): Element | undefined {
    const element = Document.prototype.elementsFromPoint
      .call(document, clientX, clientY)
      .find((candidate) => candidate !== host)
    setUnder(element)
    return element
  }
  const pick = (element: Element | undefined) => {
    if (element && isOnPage(element)) onPick(actions.nameElement(element))
  }
  const stepOn = (by: 1 | -1) => {
    setUnder(undefined)
    step(by)
  }
  return (
    <>
      {/* biome-ignore lint/a11y: a keyboard has the buttons below it; Escape leaves. */}
      <div
        class="pane"
        data-testid="pane"
        onMouseMove={look}
        onClick={fromPerson((event) => pick(look(event)))}
      />
      {meant && <Ring element={meant} />}
      <section
        class="card banner stepper"
        aria-label={say('point')}
        onKeyDown={stepByKey(stepOn, say)}
      >
        <p role="status">
          {meant
            ? say('pointed', { label: partName(actions.nameElement(meant), say) })
            : say('pointing')}
        </p>
        <div class="pair">
          <button
            type="button"
            class="quiet"
            data-testid="part-previous"
            onClick={pressed(() => stepOn(-1))}
          >
            {say('previousPart')}
          </button>
          <button
            ref={first}
            type="button"
            class="quiet"
            data-testid="part-next"
            onClick={pressed(() => stepOn(1))}
          >
            {say('nextPart')}
          </button>
          {meant && (
            <button
              type="button"
              class="primary"
              data-testid="part-this"
              onClick={pressed(() => pick(meant))}
            >
              {say('thisPart')}
            </button>
          )}
          <button type="button" class="quiet" onClick={pressed(onBack)}>
            {say('back')}
          </button>
        </div>
      </section>
    </>
  )
}
