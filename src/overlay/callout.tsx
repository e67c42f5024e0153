import { useLayoutEffect } from 'preact/hooks'
import { bringIntoView } from './bring-into-view.ts'
import type { FocusHome } from './focus-home.ts'
import type { CalloutView, GuideActions } from './guide.ts'
import { Markdown } from './markdown.tsx'
import { Picture } from './picture.tsx'
import { usePosition } from './position.ts'
import { pressed } from './press.ts'
import { closingPopoverAround } from './top-layer.ts'
import type { Say } from './words.ts'

interface Props {
  isFrame: boolean
  view: CalloutView
  noCover: readonly Element[]
  host: HTMLElement
  actions: GuideActions
  say: Say
  home: FocusHome
  onFold: () => void
}

/** One step beside its target; without a target it stands in the corner. */
export function Callout({ isFrame, view, noCover, host, actions, say, home, onFold }: Props) {
  const { callout, ring, isOut, isAside } = usePosition({
    target: view.target,
    isInDoubt: view.isInDoubt,
    host,
    placement: view.placement,
    noCover,
    isForFrame: view.isForFrame,
    onFault: actions.fail,
    onNoRoom: isFrame ? actions.noRoom : undefined,
    onShown() {
      actions.shown(view.walkthrough, view.step)
      home.arrive(callout.current)
    },
  })
  // Pressed, a button of ours closes no popover of the page's that holds the target.
  useLayoutEffect(() => {
    const holder = view.target && closingPopoverAround(view.target)
    for (const button of callout.current?.querySelectorAll('button') ?? []) {
      button.popoverTargetElement = holder ?? null
      button.popoverTargetAction = 'show'
    }
  })
  const going = (act: () => void) => pressed(() => home.goOn(act))
  const position = say('step', { index: view.index, total: view.total })
  const next = view.isLast ? say('finish') : view.isByAct ? say('did') : say('next')
  return (
    <>
      {view.target && <div class="ring" ref={ring} />}
      <section
        class={`card callout ${view.target && !isOut && !isAside ? 'beside' : 'corner'}`}
        ref={callout}
        role="dialog"
        tabIndex={-1}
        aria-label={`${view.title}. ${position}`}
        data-testid="callout"
        data-step={view.step}
      >
        <div class="head">
          <p class="eyebrow">{view.title}</p>
          <button
            type="button"
            class="icon"
            aria-label={say('minimise')}
            onClick={pressed(() => home.leave(onFold))}
          >
            <span aria-hidden="true">–</span>
          </button>
          <button
            type="button"
            class="icon"
            aria-label={say('stop')}
            onClick={going(actions.dismiss)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <div class="text">
          <Markdown text={view.text} say={say} />
          {view.picture && <Picture picture={view.picture} read={actions.readPicture} />}
        </div>
        {isOut && (
          <button
            type="button"
            class="primary wide"
            data-testid="show-target"
            onClick={pressed(() => view.target && bringIntoView(view.target, { block: 'center' }))}
          >
            {say('showTarget')}
          </button>
        )}
        {view.isByAct && <p class="hint">{say('byAct')}</p>}
        {view.isRequired && (
          <p class="hint" data-testid="required">
            {say('required')}
          </p>
        )}
        <div class="foot">
          <span class="position">{position}</span>
          {view.canGoBack && (
            <button type="button" class="quiet" onClick={going(actions.back)}>
              {say('back')}
            </button>
          )}
          {view.canBeKnown && (
            <button
              type="button"
              class="quiet"
              data-testid="know-part"
              onClick={going(actions.knowPart)}
            >
              {say('knowPart')}
            </button>
          )}
          {view.isSkippable && (
            <button type="button" class="quiet" onClick={going(actions.skip)}>
              {say('skip')}
            </button>
          )}
          {!view.isLocked && !(view.isByAct && view.isSkippable) && (
            <button
              type="button"
              class={view.isByAct ? 'quiet' : 'primary'}
              onClick={going(actions.next)}
            >
              {next}
            </button>
          )}
        </div>
      </section>
    </>
  )
}
