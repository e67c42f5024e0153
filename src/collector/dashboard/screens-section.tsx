import type { ScreenRow } from '../summary/screens.ts'
import { figureText, rateText } from './format.ts'

/** The screen whose bar is full: the worst one, and at least this rate, so that calm looks calm. */
const FULL_BAR_MIN = 5

function Kinds({ row }: { row: ScreenRow }) {
  const own = row.kinds.filter(({ figure }) => figure.count > 0)
  const few = row.kinds.filter(({ figure }) => figure.count === 0 && figure.few)
  if (own.length + few.length === 0) return <span class="quiet">None</span>
  return (
    <ul class="kinds">
      {own.map(({ kind, label, figure, per100 }) => (
        <li key={kind} data-kind={kind}>
          <i class={`dot ${kind}`} aria-hidden="true" />
          {label} <b>{per100 === null ? figureText(figure) : rateText(per100, figure)}</b>
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

function StackedBar({ row, full }: { row: ScreenRow; full: number }) {
  return (
    <span class="bar" aria-hidden="true">
      {row.kinds.map(({ kind, per100 }) => (
        <span key={kind} class={kind} style={{ width: `${(100 * (per100 ?? 0)) / full}%` }} />
      ))}
    </span>
  )
}

/** Screens, the one that hurts most first. */
export function ScreensSection({ screens }: { screens: ScreenRow[] }) {
  const full = Math.max(FULL_BAR_MIN, ...screens.map(({ per100 }) => per100 ?? 0))
  return (
    <section class="card" aria-labelledby="screens">
      <h2 id="screens">Where it hurts</h2>
      <p class="about">Screens by friction per 100 visits, the worst first.</p>
      {screens.length === 0 ? (
        <p class="quiet">No screen can be shown in these days.</p>
      ) : (
        <table class="stacks">
          <thead>
            <tr>
              <th scope="col">Screen</th>
              <th scope="col" class="number">
                Visits
              </th>
              <th scope="col">Friction per 100 visits</th>
              <th scope="col">Of which</th>
            </tr>
          </thead>
          <tbody>
            {screens.map((row) => (
              <tr key={`${row.app} ${row.id}`} data-testid={`screen-row-${row.id}`}>
                <th scope="row">
                  {row.title}
                  {row.app !== '' && <small>{row.app}</small>}
                </th>
                <td class="number" data-label="Visits">
                  {figureText(row.visits)}
                </td>
                <td data-label="Friction per 100 visits">
                  <span class="rated">
                    <b class="rate">{rateText(row.per100, row.friction)}</b>
                    <StackedBar row={row} full={full} />
                  </span>
                </td>
                <td data-label="Of which">
                  <Kinds row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
