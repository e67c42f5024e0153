import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Bars } from './bars.tsx'
import { Callout } from './callout.tsx'
import { onEscape } from './escape.ts'
import { createFocusHome } from './focus-home.ts'
import type { GuideActions, GuideView, PromptView } from './guide.ts'
import { HelpPanel } from './help-panel.tsx'
import { Hints } from './hints.tsx'
import { LateReporting } from './late-reporting.tsx'
import { launcherSide } from './launcher-side.ts'
import { PassiveCallout } from './passive-callout.tsx'
import { pressed } from './press.ts'
import { PromptCard } from './prompt-card.tsx'
import type { Reporting } from './reporting/reporting.ts'
import { RingOnly } from './ring-only.tsx'
import { Spoken } from './spoken.tsx'
import type { Say } from './words.ts'

interface Props {
  document: Document
  host: HTMLElement
  say: Say
  view: GuideView
  actions: GuideActions
  /** Adds a style sheet to the overlay’s own. */
  addStyles: (text: string) => void
}

type Mode = 'closed' | 'help' | 'report' | 'flags'

/** Everything of Handrail's that stands on the page. While the app alerts, nothing does. */
export function Root({ document, host, say, view, actions, addStyles }: Props) {
  const [mode, setMode] = useState<Mode>('closed')
  const [isFolded, setFolded] = useState(false)
  /** The card that Escape has put aside, for this visit. */
  const [asideCard, setAsideCard] = useState<string>()
  const home = useMemo(() => createFocusHome(document, host), [document, host])
  const reporting = useRef<Reporting>(undefined)
  const isPassive = view.callout?.isPassive === true
  const isOut = view.isSilent || isPassive

  // By a key of the browser's: the person's own place is where they come back to. After a press on something of
  // ours that is ours: the page hears of no focus.
  const openByKey = (next: Mode) => {
    home.remember()
    setMode(next)
  }
  const close = () => {
    home.goBack()
    setMode('closed')
  }
  // What comes back when the app's alert has gone would take the focus; only what is being written waits.
  useLayoutEffect(() => {
    if (isOut && mode === 'help') setMode('closed')
  }, [isOut, mode])
  const onEscapeNow = useRef(() => {})
  onEscapeNow.current = () => {
    if (isOut) return
    if (mode !== 'closed' && mode !== 'help' && reporting.current?.escape()) return
    if (mode !== 'closed') close()
    else if (view.callout) setFolded(true)
    else if (view.prompt) setAsideCard(keyOf(view.prompt))
  }
  useEffect(() => {
    const stop = new AbortController()
    onEscape(document, host, () => onEscapeNow.current(), stop.signal)
    return () => stop.abort()
  }, [document, host])
  useAsked(view.helpPresses, () => {
    if (isOut) return
    if (mode === 'closed') openByKey('help')
    else close()
  })
  useAsked(view.flagPresses, () => {
    if (isOut) return
    if (mode === 'flags') close()
    else openByKey('flags')
  })
  const isUnderWay = view.callout !== undefined || view.waiting !== undefined
  useEffect(() => {
    if (!isUnderWay) setFolded(false)
  }, [isUnderWay])
  const dock = useRef<HTMLDivElement>(null)
  const chosenCorner = useRef(view.settings.corner)
  // The launcher's corner; what opens above it does not make it jump.
  useLayoutEffect(() => {
    const isChosenAnew = chosenCorner.current !== view.settings.corner
    chosenCorner.current = view.settings.corner
    if (dock.current && !isOut && (mode === 'closed' || isChosenAnew))
      dock.current.dataset.corner = launcherSide(
        document,
        dock.current,
        view.noCover,
        view.settings.corner,
      )
  })
  const ringOnly = view.callout?.isRingOnly ? view.callout : undefined
  // What was put aside there has no bar to bring it back.
  useEffect(() => {
    if (ringOnly) setFolded(false)
  }, [ringOnly?.step])

  const callout = isFolded ? undefined : view.callout
  useEffect(() => {
    if (!callout) home.settle()
  })

  if (ringOnly && !view.isSilent)
    return isFolded ? null : (
      <RingOnly key={ringOnly.step} view={ringOnly} host={host} actions={actions} say={say} />
    )
  const card = view.prompt && keyOf(view.prompt) === asideCard ? undefined : view.prompt
  const isClosed = mode === 'closed'
  return (
    <>
      {!isOut && <Spoken view={view} callout={callout} say={say} />}
      {view.callout && isPassive && !view.isSilent && (
        <PassiveCallout
          key={view.callout.step}
          view={view.callout}
          noCover={view.noCover}
          host={host}
          actions={actions}
          say={say}
        />
      )}
      {!isOut && isClosed && callout && (
        <Callout
          key={callout.step}
          isFrame={view.isFrame}
          view={callout}
          noCover={view.noCover}
          host={host}
          actions={actions}
          say={say}
          home={home}
          onFold={() => setFolded(true)}
        />
      )}
      {!isOut && isClosed && view.hints.length > 0 && (
        <Hints
          document={document}
          host={host}
          hints={view.hints}
          actions={actions}
          say={say}
          leave={home.leave}
        />
      )}
      <div class="dock" ref={dock} hidden={isOut}>
        {!isOut && mode === 'help' && (
          <HelpPanel
            view={view}
            actions={actions}
            say={say}
            onReport={() => setMode('report')}
            onClose={close}
          />
        )}
        {(mode === 'report' || mode === 'flags') && (
          <LateReporting
            owner={{ document, host, say, addStyles, fail: actions.fail }}
            view={{ mode, screen: view.screen, telemetry: view.telemetry }}
            actions={actions}
            reporting={reporting}
            onBack={() => setMode('help')}
            onClose={close}
          />
        )}
        {!isOut && isClosed && (
          <Bars
            view={view}
            isFolded={isFolded}
            actions={actions}
            say={say}
            leave={home.leave}
            onUnfold={() => setFolded(false)}
          />
        )}
        {!isOut && isClosed && card && view.completed === undefined && (
          <PromptCard
            prompt={card}
            host={host}
            actions={actions}
            say={say}
            onOpenHelp={() => setMode('help')}
            leave={home.leave}
          />
        )}
        {!isOut && !view.isFrame && (
          <button
            ref={home.launcher}
            type="button"
            class="launcher"
            aria-label={launcherLabel(view, say)}
            aria-expanded={!isClosed}
            data-testid="launcher"
            data-screen={view.screen?.id ?? ''}
            data-elsewhere={view.elsewhere !== undefined}
            onClick={pressed(() => (isClosed ? setMode('help') : close()))}
          >
            <span aria-hidden="true">?</span>
          </button>
        )}
      </div>
    </>
  )
}

const keyOf = ({ pack, list, id }: PromptView) => `${pack}/${list}/${id}`

/** Calls `act` when somebody has asked by key or from the popup: `times` counts that. */
function useAsked(times: number, act: () => void): void {
  const heard = useRef(0)
  useEffect(() => {
    if (times === heard.current) return
    heard.current = times
    act()
  })
}

/** A walkthrough that waits elsewhere is only marked; it says so where somebody asks. */
function launcherLabel({ elsewhere }: GuideView, say: Say): string {
  const help = say('helpFor')
  return elsewhere ? `${help}. ${say('goOnWith', { title: elsewhere.title })}` : help
}
