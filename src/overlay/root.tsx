import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Bar } from './bar.tsx'
import { Callout } from './callout.tsx'
import { onEscape } from './escape.ts'
import { focusedElement } from './focused.ts'
import { recordNote, waitingNote } from './go-on.tsx'
import type { CalloutView, GuideActions, GuideView, PromptView } from './guide.ts'
import { HelpPanel } from './help-panel.tsx'
import { Hints } from './hints.tsx'
import { LateReporting } from './late-reporting.tsx'
import { launcherSide } from './launcher-side.ts'
import { PassiveCallout } from './passive-callout.tsx'
import { plainWords } from './plain-words.ts'
import { pressed } from './press.ts'
import { PromptCard } from './prompt-card.tsx'
import type { Reporting } from './reporting/reporting.ts'
import { RingOnly } from './ring-only.tsx'
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
  const launcher = useRef<HTMLButtonElement>(null)
  /** What had the focus when a key opened the panel. */
  const before = useRef<Element | undefined>(undefined)

  const reporting = useRef<Reporting>(undefined)
  const closeToLauncher = () => {
    setMode('closed')
    const back = before.current
    before.current = undefined
    if (!back?.isConnected || !focusOn(back)) launcher.current?.focus({ preventScroll: true })
  }
  const onEscapeNow = useRef(() => {})
  onEscapeNow.current = () => {
    if (mode !== 'closed' && mode !== 'help' && reporting.current?.escape()) return
    if (mode !== 'closed') closeToLauncher()
    else if (view.callout && !view.callout.isPassive) setFolded(true)
    else if (view.prompt) setAsideCard(view.prompt.id)
  }
  useEffect(() => {
    const stop = new AbortController()
    onEscape(document, host, () => onEscapeNow.current(), stop.signal)
    return () => stop.abort()
  }, [document, host])
  const heard = useRef(0)
  useEffect(() => {
    if (view.helpPresses === heard.current) return
    heard.current = view.helpPresses
    if (view.isSilent || view.callout?.isPassive) return
    if (mode !== 'closed') return closeToLauncher()
    before.current = focusedElement(document)
    setMode('help')
  })
  const heardFlags = useRef(0)
  useEffect(() => {
    if (view.flagPresses === heardFlags.current) return
    heardFlags.current = view.flagPresses
    if (view.isSilent || view.callout?.isPassive) return
    if (mode === 'flags') return closeToLauncher()
    before.current = focusedElement(document)
    setMode('flags')
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
    if (dock.current && (mode === 'closed' || isChosenAnew))
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

  if (view.isSilent) return null
  if (ringOnly)
    return isFolded ? null : (
      <RingOnly key={ringOnly.step} view={ringOnly} host={host} actions={actions} say={say} />
    )
  if (view.callout?.isPassive)
    return (
      <PassiveCallout
        key={view.callout.step}
        view={view.callout}
        noCover={view.noCover}
        host={host}
        actions={actions}
        say={say}
      />
    )
  const callout = isFolded ? undefined : view.callout
  const card = view.prompt?.id === asideCard ? undefined : view.prompt
  return (
    <>
      <Announcement text={announcement(view, callout, say)} />
      {callout && mode === 'closed' && (
        <Callout
          key={callout.step}
          isFrame={view.isFrame}
          view={callout}
          noCover={view.noCover}
          host={host}
          actions={actions}
          say={say}
          onFold={() => setFolded(true)}
        />
      )}
      {mode === 'closed' && view.hints.length > 0 && (
        <Hints
          document={document}
          host={host}
          hints={view.hints}
          actions={actions}
          say={say}
          onGone={() => launcher.current?.focus({ preventScroll: true })}
        />
      )}
      <div class="dock" ref={dock}>
        {mode === 'help' && (
          <HelpPanel
            view={view}
            actions={actions}
            say={say}
            onReport={() => setMode('report')}
            onClose={closeToLauncher}
          />
        )}
        {(mode === 'report' || mode === 'flags') && (
          <LateReporting
            owner={{ document, host, say, addStyles }}
            view={{ mode, screen: view.screen, telemetry: view.telemetry }}
            actions={actions}
            reporting={reporting}
            onBack={() => setMode('help')}
            onClose={closeToLauncher}
          />
        )}
        {mode === 'closed' && isFolded && view.callout && (
          <Bar
            title={view.callout.title}
            note={say('paused')}
            testId="folded"
            actions={[
              { label: say('show'), act: () => setFolded(false), isPrimary: true },
              { label: say('stop'), act: actions.dismiss },
            ]}
          />
        )}
        {mode === 'closed' && view.waiting && (
          <Bar
            title={view.waiting.title}
            note={waitingNote(view.waiting, say)}
            testId="waiting"
            actions={[{ label: say('stop'), act: actions.dismiss }]}
          />
        )}
        {mode === 'closed' && view.recordPause && (
          <Bar
            title={view.recordPause.title}
            note={recordNote(view.recordPause.record, say)}
            testId="record-pause"
            actions={[
              { label: say('continueHere'), act: actions.continueHere, isPrimary: true },
              { label: say('stop'), act: actions.dismiss },
            ]}
          />
        )}
        {mode === 'closed' && view.completed !== undefined && (
          <Bar
            title={say('completed', { title: view.completed })}
            note=""
            testId="completed"
            actions={[{ label: say('close'), act: actions.dismissCompleted }]}
          />
        )}
        {mode === 'closed' && card && view.completed === undefined && (
          <PromptCard
            prompt={card}
            actions={actions}
            say={say}
            onOpenHelp={() => setMode('help')}
            onDone={() => launcher.current?.focus({ preventScroll: true })}
          />
        )}
        {!view.isFrame && (
          <button
            ref={launcher}
            type="button"
            class="launcher"
            aria-label={launcherLabel(view, say)}
            aria-expanded={mode !== 'closed'}
            data-testid="launcher"
            data-screen={view.screen?.id ?? ''}
            data-elsewhere={view.elsewhere !== undefined}
            onClick={pressed(() => (mode === 'closed' ? setMode('help') : closeToLauncher()))}
          >
            <span aria-hidden="true">?</span>
          </button>
        )}
      </div>
    </>
  )
}

/** Whether it takes the focus: what is hidden by now, or no part of the page that can have any, does not. */
function focusOn(element: Element): boolean {
  if (!('focus' in element)) return false
  ;(element as HTMLElement).focus({ preventScroll: true })
  return focusedElement(element.ownerDocument) === element
}

/** A walkthrough that waits elsewhere is only marked; it says so where somebody asks. */
function launcherLabel({ elsewhere }: GuideView, say: Say): string {
  const help = say('helpFor')
  return elsewhere ? `${help}. ${say('goOnWith', { title: elsewhere.title })}` : help
}

function announcement(view: GuideView, callout: CalloutView | undefined, say: Say): string {
  if (view.completed !== undefined) return say('completed', { title: view.completed })
  if (view.recordPause) return recordNote(view.recordPause.record, say)
  if (!callout && view.waiting) return waitingNote(view.waiting, say)
  const tip = view.hints.find(({ kind }) => kind === 'tip')
  if (!callout && tip) return `${tip.title ?? tip.label}. ${plainWords(tip.text)}`
  if (!callout) return view.prompt ? spokenPrompt(view.prompt) : ''
  const position = say('step', { index: callout.index, total: callout.total })
  return `${callout.title}. ${position}. ${plainWords(callout.text)}`
}

function spokenPrompt({ title, text }: PromptView): string {
  return text === '' ? title : `${title}. ${plainWords(text)}`
}

/** Tells a screen reader what has come up, without taking the focus away. */
function Announcement({ text }: { text: string }) {
  return (
    <p class="spoken" role="status">
      {text}
    </p>
  )
}
