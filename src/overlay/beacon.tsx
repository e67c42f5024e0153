import { useLayoutEffect, useRef } from 'preact/hooks'
import { isOnPage } from '../anchors/dom.ts'
import { BEACON_PX, beaconSpot } from './beacon-spot.ts'
import { useBeside } from './beside.ts'
import { isCovered } from './covered.ts'
import { follow, isOutOfView } from './follow.ts'
import type { HintView } from './guide.ts'
import { Markdown } from './markdown.tsx'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

/** The open hint stands clear of its own mark. */
const GAP = BEACON_PX + 6

interface Props {
  hint: HintView
  host: HTMLElement
  say: Say
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onGotIt: () => void
  onFault: (error: unknown) => void
}

/** A quiet mark at its target's edge; pressed, it opens. Where there is no room for it, there is none. */
export function Beacon({ hint, host, say, isOpen, onOpen, onGotIt, onFault }: Props) {
  const { target } = hint
  const button = useRef<HTMLButtonElement>(null)
  const again = useRef<(() => void) | undefined>(undefined)
  const fault = useRef(onFault)
  fault.current = onFault

  useLayoutEffect(() => {
    const mark = button.current
    if (mark === null) return
    let present: number | undefined
    const put = () => {
      try {
        const isAway = !isOnPage(target) || isOutOfView(target) || isCovered(target, host)
        const found = isAway ? undefined : beaconSpot(target, host, present)
        present = found?.spot
        mark.style.visibility = found ? 'visible' : 'hidden'
        if (found) mark.style.transform = `translate(${found.x}px, ${found.y}px)`
      } catch (error) {
        fault.current(error)
      }
    }
    again.current = put
    const stop = follow(target, mark, put)
    return () => {
      again.current = undefined
      stop()
    }
  }, [target, host])
  // The page has changed, or it would not be drawn anew: something may stand at the spot now.
  useLayoutEffect(() => again.current?.())

  return (
    <>
      <button
        ref={button}
        type="button"
        class="beacon"
        aria-label={say('hintAbout', { label: hint.title ?? hint.label })}
        aria-expanded={isOpen}
        data-testid={`beacon-${hint.id}`}
        onClick={pressed(() => onOpen(!isOpen))}
      />
      {isOpen && (
        <OpenHint
          hint={hint}
          host={host}
          say={say}
          onGotIt={onGotIt}
          onClose={() => onOpen(false)}
          onFocusLost={() => button.current?.focus({ preventScroll: true })}
          onFault={onFault}
        />
      )}
    </>
  )
}

type OpenProps = Omit<Props, 'isOpen' | 'onOpen'> & {
  onClose: () => void
  onFocusLost: () => void
}

function OpenHint({ hint, host, say, onGotIt, onClose, onFocusLost, onFault }: OpenProps) {
  const { target } = hint
  const panel = useBeside({ target, host, gap: GAP, isYielding: false, onFault })
  const lost = useRef(onFocusLost)
  lost.current = onFocusLost
  useLayoutEffect(() => {
    const box = panel.current
    box?.focus({ preventScroll: true })
    // Before it leaves the page, and only where the focus would go with it.
    return () => {
      if (box?.contains((host.shadowRoot ?? document).activeElement)) lost.current()
    }
  }, [panel, host])
  const title = hint.title ?? hint.label
  return (
    <section
      ref={panel}
      class="card pop"
      role="dialog"
      tabIndex={-1}
      aria-label={title}
      aria-describedby="hint-text"
      data-testid={`hint-${hint.id}`}
    >
      <div class="head">
        <p class="eyebrow">{title}</p>
        <button type="button" class="icon" aria-label={say('close')} onClick={pressed(onClose)}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div class="text" id="hint-text">
        <Markdown text={hint.text} say={say} />
      </div>
      <button type="button" class="quiet" data-testid="got-it" onClick={pressed(onGotIt)}>
        {say('gotIt')}
      </button>
    </section>
  )
}
