import { isMatch, selfAndAncestors } from '../anchors/dom.ts'
import type { CalloutView, GuideActions } from './guide.ts'
import { Markdown } from './markdown.tsx'
import { usePosition } from './position.ts'
import type { Say } from './words.ts'

interface Props {
  view: CalloutView
  noCover: readonly Element[]
  host: HTMLElement
  actions: GuideActions
  say: Say
}

/**
 * A step in a native modal dialog, which makes all outside it inert: the ring, and words without a
 * control. They stand clear of the dialog, or are left out: what can't be pressed lies on nothing that can.
 */
export function PassiveCallout({ view, noCover, host, actions, say }: Props) {
  const { callout, ring, isOut, isAside } = usePosition({
    target: view.target,
    isInDoubt: view.isInDoubt,
    host,
    placement: view.placement,
    noCover: [...noCover, ...modalsAround(view.target)],
    onFault: actions.fail,
    onShown: () => actions.shown(view.walkthrough, view.step),
  })
  return (
    <>
      <div class="ring" ref={ring} />
      <section
        class={`card callout passive ${isOut || isAside ? 'corner' : 'beside'}`}
        ref={callout}
        aria-label={view.title}
        data-testid="callout"
        data-step={view.step}
      >
        <p class="eyebrow">{view.title}</p>
        <div class="text">
          <Markdown text={view.text} say={say} />
        </div>
        <p class="hint">{say(view.isByAct ? 'byAct' : 'passive')}</p>
      </section>
    </>
  )
}

function modalsAround(target: Element | undefined): Element[] {
  return target ? [...selfAndAncestors(target)].filter((part) => isMatch(part, 'dialog:modal')) : []
}
