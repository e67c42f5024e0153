import type { ScreenRow } from '../summary/screens.ts'
import { figureText, rateText } from './format.ts'

/** A screen's friction by kind: per 100 visits, and per 100 presses where presses are what it is of. */
export function KindList({ row }: { row: ScreenRow }) {
  const own = row.kinds.filter(({ figure }) => figure.count > 0)
  const few = row.kinds.filter(({ figure }) => figure.count === 0 && figure.few)
  if (own.length + few.length === 0) return <span class="quiet">None</span>
  return (
    <ul class="kinds">
      {own.map(({ kind, label, figure, per100, per100Presses }) => (
        <li key={kind} data-kind={kind}>
          <i class={`dot ${kind}`} aria-hidden="true" />
          {label}{' '}
          <b title="per 100 visits">
            {per100 === null ? figureText(figure) : rateText(per100, figure)}
          </b>
          {per100Presses !== null && (
            <span class="quiet"> · {rateText(per100Presses, figure)} per 100 presses</span>
          )}
        </li>
      ))}
      {few.length > 0 && (
        <li class="quiet">
          <b>few</b>: {few.map(({ label }) => label.toLowerCase()).join(', ')}
        </li>
      )}
    </ul>
  )
}
