import type { Figure } from '../summary/figure.ts'
import type { Summary } from '../summary/summary.ts'
import { figureText, intervalText, percentText, rateText } from './format.ts'

interface TileProps {
  id: string
  label: string
  value: string
  note?: string
  tone?: 'friction'
}

function Tile({ id, label, value, note, tone }: TileProps) {
  return (
    <div class={`tile ${tone ?? ''}`} data-testid={`tile-${id}`}>
      <dt>{label}</dt>
      <dd>
        <span class="value" data-testid={`tile-${id}-value`}>
          {value}
        </span>
        {note !== undefined && <span class="note">{note}</span>}
      </dd>
    </div>
  )
}

/** The totals, of what is shown below only. */
export function Overview({ totals }: { totals: Summary['totals'] }) {
  const {
    visits,
    presses,
    signals,
    reports,
    per100,
    per100Presses,
    started,
    completed,
    completion,
  } = totals
  const friction: Figure = {
    count: signals.count + reports.count,
    few: signals.few || reports.few,
  }
  const share =
    completion === null
      ? undefined
      : `${percentText(completion.rate)} (95 %: ${intervalText(completion)})`
  return (
    <section aria-labelledby="overview">
      <h2 id="overview" class="unseen">
        Overview
      </h2>
      <dl class="tiles">
        <Tile id="visits" label="Screen visits" value={figureText(visits)} />
        <Tile
          id="rate"
          label="Friction per 100 visits"
          value={rateText(per100, friction)}
          note={
            per100Presses === null
              ? 'signals and reports'
              : `signals and reports; of presses ${rateText(per100Presses, presses)} per 100`
          }
          tone="friction"
        />
        <Tile id="friction" label="Friction signals" value={figureText(signals)} />
        <Tile id="reports" label="Friction reports" value={figureText(reports)} />
        <Tile id="started" label="Walkthroughs started" value={figureText(started)} />
        <Tile
          id="completed"
          label="Walkthroughs completed"
          value={figureText(completed)}
          {...(share === undefined ? {} : { note: share })}
        />
      </dl>
    </section>
  )
}
