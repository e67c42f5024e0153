import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isRendered } from '../../anchors/dom.ts'
import { REPORT_CATEGORIES, type ReportCategory } from '../../vocabulary/report-categories.ts'
import { pressed } from '../press.ts'
import type { Say } from '../words.ts'
import { partName } from './part-name.ts'
import type { Flag } from './reporting.ts'
import { Ring } from './ring.tsx'
import type { PartProps } from './shared.ts'
import { stepByKey, useStepper } from './stepper.ts'

const CATEGORIES = Object.keys(REPORT_CATEGORIES) as ReportCategory[]

/** A researcher goes through the parts of a screen and marks what confuses, and why. */
export function FlagMode({ say, actions, place, view, flags, onEscape }: PartProps) {
  const screen = view.screen?.id
  const { part, index, total, step } = useStepper(actions.parts, screen)
  const [, redraw] = useState(0)
  const [sent, setSent] = useState<number>()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => {
    onEscape.act = () => false
  }, [])
  const all = flags.all()
  const pointed = part && actions.nameElement(part)
  const isHere = (flag: Flag) =>
    flag.screen === screen &&
    flag.pointed.target === pointed?.target &&
    flag.pointed.role === pointed?.role &&
    flag.pointed.region === pointed?.region
  const changed = (act: () => void) =>
    pressed(() => {
      act()
      setSent(undefined)
      redraw((times) => times + 1)
    })
  const toggle = (reason: ReportCategory) =>
    changed(() => {
      const before = all.find((flag) => flag.reason === reason && isHere(flag))
      if (before) flags.remove(before)
      else if (pointed && screen && isRendered(part)) flags.add({ pointed, reason, screen })
    })
  const send = pressed(() => {
    for (const { pointed: of, reason, screen: on } of all)
      actions.report({ reason, pointed: of, screen: on })
    setSent(all.length)
    flags.clear()
  })

  if (screen === undefined || !view.telemetry)
    return (
      <Panel say={say} onClose={place.close}>
        <p class="empty">{say(view.telemetry ? 'reportUnknown' : 'reportOff')}</p>
      </Panel>
    )
  return (
    <>
      {part && <Ring element={part} />}
      <Panel say={say} onClose={place.close} onKeyDown={stepByKey(step, say)}>
        <div class="report">
          <p class="hint">{say('flagHint')}</p>
          <div class="pair">
            <button
              type="button"
              class="quiet"
              data-testid="part-previous"
              onClick={pressed(() => step(-1))}
            >
              {say('previousPart')}
            </button>
            <button
              ref={next}
              type="button"
              class="quiet"
              data-testid="part-next"
              onClick={pressed(() => step(1))}
            >
              {say('nextPart')}
            </button>
          </div>
          <p role="status" class="where" data-testid="part">
            {total === 0 && say('noParts')}
            {pointed && (
              <>
                <span class="position">{say('partOf', { index, total })}</span>{' '}
                <bdi>{partName(pointed, say)}</bdi>
              </>
            )}
          </p>
          {pointed && (
            <fieldset class="categories">
              <legend>{say('flagWhy')}</legend>
              {CATEGORIES.map((category) => (
                <button
                  key={category}
                  type="button"
                  class="choice"
                  aria-pressed={all.some((flag) => flag.reason === category && isHere(flag))}
                  data-testid={`flag-${category}`}
                  onClick={toggle(category)}
                >
                  {say.reason(category)}
                </button>
              ))}
            </fieldset>
          )}
          <Marked say={say} all={all} onRemove={(flag) => changed(() => flags.remove(flag))} />
          {sent !== undefined && (
            <p class="thanks" role="status" data-testid="flags-sent">
              {say('flagsSent', { count: sent })}
            </p>
          )}
          {all.length > 0 && (
            <div class="pair">
              <button
                type="button"
                class="quiet"
                data-testid="flag-undo"
                onClick={changed(flags.undo)}
              >
                {say('undo')}
              </button>
              {(['json', 'csv'] as const).map((form) => (
                <button
                  key={form}
                  type="button"
                  class="quiet"
                  data-testid={`save-${form}`}
                  onClick={pressed(() => actions.save(all, form))}
                >
                  {say(form === 'json' ? 'saveJson' : 'saveCsv')}
                </button>
              ))}
              <button type="button" class="primary" data-testid="send-flags" onClick={send}>
                {say('sendAll', { count: all.length })}
              </button>
            </div>
          )}
        </div>
        <button
          type="button"
          class="quiet wide"
          data-testid="leave-flags"
          onClick={pressed(place.close)}
        >
          {say('leave')}
        </button>
      </Panel>
    </>
  )
}

interface PanelProps {
  say: Say
  onClose: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  children: ComponentChildren
}

function Panel({ say, onClose, onKeyDown, children }: PanelProps) {
  return (
    <section
      class="card panel"
      role="dialog"
      aria-label={say('flagTitle')}
      data-testid="flag-panel"
      {...(onKeyDown ? { onKeyDown } : {})}
    >
      <div class="head">
        <h2>{say('flagTitle')}</h2>
        <button type="button" class="icon" aria-label={say('close')} onClick={pressed(onClose)}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {children}
    </section>
  )
}

interface MarkedProps {
  say: Say
  all: readonly Flag[]
  onRemove: (flag: Flag) => (event: Event) => void
}

/** What was marked, each with the way back. */
function Marked({ say, all, onRemove }: MarkedProps) {
  if (all.length === 0) return null
  return (
    <>
      <h3>{say('flagged', { count: all.length })}</h3>
      <ul class="list" data-testid="flags">
        {all.map((flag, at) => {
          const words = `${partName(flag.pointed, say)}: ${say.reason(flag.reason)}`
          return (
            <li key={at} class="flag">
              <bdi>{words}</bdi>
              <button
                type="button"
                class="icon"
                aria-label={say('unflag', { label: words })}
                onClick={onRemove(flag)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
