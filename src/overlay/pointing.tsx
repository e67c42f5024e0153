import { useState } from 'preact/hooks'
import type { Pointed } from './guide.ts'
import type { Say } from './words.ts'

interface Props {
  document: Document
  host: HTMLElement
  nameElement: (element: Element) => Pointed
  say: Say
  onPick: (pointed: Pointed) => void
}

interface Candidate {
  element: Element
  pointed: Pointed
}

/** A clear pane over the page: it takes the press, so that pointing at a button never presses it. */
export function Pointing({ document, host, nameElement, say, onPick }: Props) {
  const [under, setUnder] = useState<Candidate>()

  function look(event: MouseEvent): Candidate | undefined {
    const element = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((candidate) => candidate !== host)
    if (element === undefined) return undefined
    const candidate =
      element === under?.element ? under : { element, pointed: nameElement(element) }
    setUnder(candidate)
    return candidate
  }
  const pick = (event: MouseEvent) => {
    const candidate = event.isTrusted ? look(event) : undefined
    if (candidate) onPick(candidate.pointed)
  }
  const box = under?.element.getBoundingClientRect()
  return (
    <>
      {/* biome-ignore lint/a11y: a keyboard has the report without pointing; Escape leaves. */}
      <div class="pane" data-testid="pane" onMouseMove={look} onClick={pick} />
      {box && (
        <div
          class="ring still"
          style={{
            transform: `translate(${box.left}px, ${box.top}px)`,
            width: `${box.width}px`,
            height: `${box.height}px`,
          }}
        />
      )}
      <p class="card banner" role="status">
        {under ? say('pointed', { label: under.pointed.label }) : say('pointing')}
      </p>
    </>
  )
}
