import { useEffect, useRef, useState } from 'preact/hooks'
import { REPORT_CATEGORIES, type ReportCategory } from '../../vocabulary/report-categories.ts'
import {
  FREQUENCY_IDS,
  type Frequency,
  SEVERITY_IDS,
  type Severity,
} from '../../vocabulary/report-details.ts'
import type { WireframeBox } from '../../vocabulary/wireframe.ts'
import type { Pointed } from '../guide.ts'
import { pressed } from '../press.ts'
import { CommentField } from './comment-field.tsx'
import { Detail } from './detail.tsx'
import { partName } from './part-name.ts'
import type { Brought, CheckedComment } from './reporting.ts'
import type { PartProps } from './shared.ts'
import { WireframeField } from './wireframe-field.tsx'

interface Props extends PartProps {
  pointed: Pointed | undefined
  isPointing: boolean
  onPoint: () => void
}

/** Longer than a press takes, in ms. */
const CHECK_AFTER_MS = 400

const CATEGORIES = Object.keys(REPORT_CATEGORIES) as ReportCategory[]

/**
 * One press on a reason sends the report, with whatever the person has added first. With words that look like
 * data of a patient nothing is sent at all.
 */
export function ReportForm(props: Props) {
  const { view, actions, say, place, pointed, isPointing, onPoint } = props
  const [isSent, setSent] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [severity, setSeverity] = useState<Severity>()
  const [often, setOften] = useState<Frequency>()
  const [comment, setComment] = useState('')
  const [checked, setChecked] = useState<CheckedComment>({ state: 'empty' })
  const screen = view.screen?.id
  const [drawing, setDrawing] = useState<{ boxes: WireframeBox[]; screen: string | undefined }>()
  // A drawing of another screen says nothing of this one.
  const wireframe = drawing?.screen === screen ? drawing?.boxes : undefined
  const { comments, wireframes } = actions.allowed
  const point = useRef<HTMLButtonElement>(null)
  const thanks = useRef<HTMLParagraphElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(leaving.current), [])
  useEffect(() => {
    if (!isPointing) point.current?.focus({ preventScroll: true })
  }, [isPointing])
  useEffect(() => {
    if (isSent) thanks.current?.focus({ preventScroll: true })
  }, [isSent])
  const obstacle = !view.telemetry
    ? say('reportOff')
    : view.screen === undefined
      ? say('reportUnknown')
      : undefined

  function check(): void {
    leaving.current = undefined
    setChecked(actions.checkComment(comment))
  }
  /** What is told of the words moves what lies below them: not away from under the press that has left them. */
  function left(): void {
    clearTimeout(leaving.current)
    leaving.current = setTimeout(check, CHECK_AFTER_MS)
  }
  /** A press has come. A box that it ticks says so after it: drawn before that, it would be as it was. */
  function released(): void {
    if (leaving.current === undefined) return
    clearTimeout(leaving.current)
    leaving.current = setTimeout(check)
  }
  /** What may go along; nothing where something stands in the way, which is then told. */
  function brought(): Brought | undefined {
    const drawn = wireframe?.length ? { wireframe } : {}
    const now: CheckedComment = comments ? actions.checkComment(comment) : { state: 'empty' }
    setChecked(now)
    clearTimeout(leaving.current)
    leaving.current = undefined
    if (now.state === 'empty') return drawn
    if (now.state === 'clean') return { ...drawn, comment: now.text }
    field.current?.focus()
    return undefined
  }
  async function send(reason: ReportCategory): Promise<void> {
    if (isBusy) return
    const along = brought()
    if (along === undefined) return
    const report = { reason, pointed, severity, often, screen }
    if (Object.keys(along).length > 0) {
      setBusy(true)
      const isKept = await actions.bring(report, along).catch(() => false)
      setBusy(false)
      setFailed(!isKept)
      if (!isKept) return
    }
    actions.report(report)
    setSent(true)
  }

  return (
    // biome-ignore lint/a11y: it only hears of presses on what is in it.
    <div class="report" onClick={released}>
      {isSent && (
        <p ref={thanks} class="thanks" role="status" tabIndex={-1} data-testid="report-sent">
          {say('thanks')}
        </p>
      )}
      {!isSent && obstacle !== undefined && <p class="empty">{obstacle}</p>}
      {!isSent && obstacle === undefined && (
        <>
          <p class="hint">{say(comments || wireframes ? 'reportHintMore' : 'reportHint')}</p>
          <button
            ref={point}
            type="button"
            class="quiet wide"
            data-testid="point"
            onClick={pressed(onPoint)}
          >
            {pointed ? say('pointed', { label: partName(pointed, say) }) : say('point')}
          </button>
          <div class="details">
            <Detail
              say={say}
              testId="severity"
              label={say('howBad')}
              value={severity}
              choices={SEVERITY_IDS.map((id) => [id, say.severity(id)])}
              onChoose={setSeverity}
            />
            <Detail
              say={say}
              testId="often"
              label={say('howOften')}
              value={often}
              choices={FREQUENCY_IDS.map((id) => [id, say.frequency(id)])}
              onChoose={setOften}
            />
          </div>
          {(comments || wireframes) && (
            <details class="new more" data-testid="say-more">
              <summary>{say('sayMore')}</summary>
              {comments && (
                <CommentField
                  field={field}
                  say={say}
                  max={actions.commentMax}
                  value={comment}
                  checked={checked}
                  onInput={(words) => {
                    clearTimeout(leaving.current)
                    setComment(words)
                  }}
                  onDone={left}
                />
              )}
              {wireframes && (
                <WireframeField
                  say={say}
                  drawn={wireframe}
                  onChoose={(isWanted) =>
                    setDrawing(isWanted ? { boxes: actions.drawScreen(), screen } : undefined)
                  }
                />
              )}
            </details>
          )}
          {hasFailed && (
            <p class="refusal" role="alert" data-testid="note-failed">
              {say('noteFailed')}
            </p>
          )}
          <div class="categories">
            {CATEGORIES.map((category) => (
              <button
                key={category}
                type="button"
                class="choice"
                data-testid={`report-${category}`}
                onClick={pressed(() => void send(category))}
              >
                {say.reason(category)}
              </button>
            ))}
          </div>
        </>
      )}
      <button type="button" class="quiet wide" onClick={pressed(place.back)}>
        {say('back')}
      </button>
    </div>
  )
}
