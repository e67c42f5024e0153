import { bringIntoView } from './bring-into-view.ts'
import type { CalloutView, GuideActions } from './guide.ts'
import { usePosition } from './position.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  view: CalloutView
  host: HTMLElement
  actions: GuideActions
  say: Say
}

/** A step in a frame without room for its words: the ring, or where it is out of view a way to it. */
export function RingOnly({ view, host, actions, say }: Props) {
  const { callout, ring, isOut } = usePosition({
    target: view.target,
    isInDoubt: view.isInDoubt,
    host,
    placement: view.placement,
    onFault: actions.fail,
    // The page's callout has told of it.
    onShown: () => {},
  })
  return (
    <>
      {view.target && <div class="ring" ref={ring} />}
      <section class="finder" ref={callout} hidden={!isOut} aria-label={view.title}>
        <button
          type="button"
          class="card primary"
          data-testid="show-target"
          onClick={pressed(() => view.target && bringIntoView(view.target, { block: 'center' }))}
        >
          {say('showTarget')}
        </button>
      </section>
    </>
  )
}
