import { useState } from 'preact/hooks'
import { REPORT_CATEGORIES, type ReportCategory } from '../vocabulary/report-categories.ts'
import type { GuideActions, GuideView, Pointed } from './guide.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  view: GuideView
  actions: GuideActions
  say: Say
  pointed: Pointed | undefined
  onReporting: (isReporting: boolean) => void
  onPoint: () => void
}

const CATEGORIES = Object.keys(REPORT_CATEGORIES) as ReportCategory[]

/** One press on a reason sends the report: of the screen, or of what was pointed at first. */
export function ReportForm({ view, actions, say, pointed, onReporting, onPoint }: Props) {
  const [isSent, setSent] = useState(false)
  const obstacle = !view.telemetry
    ? say('reportOff')
    : view.screen === undefined
      ? say('reportUnknown')
      : undefined
  const send = (category: ReportCategory) => {
    actions.report(category, pointed)
    setSent(true)
  }
  return (
    <div class="report">
      <h3>{say('reportTitle')}</h3>
      {isSent && (
        <p class="thanks" role="status" data-testid="report-sent">
          {say('thanks')}
        </p>
      )}
      {!isSent && obstacle !== undefined && <p class="empty">{obstacle}</p>}
      {!isSent && obstacle === undefined && (
        <>
          <p class="hint">{say('reportHint')}</p>
          <div class="categories">
            {CATEGORIES.map((category) => (
              <button
                key={category}
                type="button"
                class="choice"
                data-testid={`report-${category}`}
                onClick={pressed(() => send(category))}
              >
                {say.reason(category)}
              </button>
            ))}
          </div>
          <button type="button" class="quiet wide" data-testid="point" onClick={pressed(onPoint)}>
            {pointed ? say('pointed', { label: pointed.label }) : say('point')}
          </button>
        </>
      )}
      <button type="button" class="quiet wide" onClick={pressed(() => onReporting(false))}>
        {say('back')}
      </button>
    </div>
  )
}
