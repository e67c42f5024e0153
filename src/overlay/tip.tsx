import { useBeside } from './beside.ts'
import type { HintView } from './guide.ts'
import { Markdown } from './markdown.tsx'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

const GAP = 12

interface Props {
  hint: HintView
  host: HTMLElement
  say: Say
  onGotIt: () => void
  onFault: (error: unknown) => void
}

/**
 * Stands beside the field that has the focus, and leaves it there: pressing the tip moves no focus, and
 * no key leads into it. The help panel puts the hints of a screen away by keyboard.
 */
export function Tip({ hint, host, say, onGotIt, onFault }: Props) {
  const { target } = hint
  const panel = useBeside({ target, host, gap: GAP, isYielding: true, onFault })
  return (
    <section
      ref={panel}
      class="card pop"
      role="note"
      aria-label={hint.title ?? hint.label}
      data-testid={`tip-${hint.id}`}
      onMouseDown={(event) => event.preventDefault()}
    >
      {hint.title !== undefined && <p class="eyebrow">{hint.title}</p>}
      <div class="text">
        <Markdown text={hint.text} say={say} />
      </div>
      <button
        type="button"
        class="quiet"
        tabIndex={-1}
        data-testid="got-it"
        onClick={pressed(onGotIt)}
      >
        {say('gotIt')}
      </button>
    </section>
  )
}
