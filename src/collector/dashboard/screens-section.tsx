import type { ScreenRow } from '../summary/screens.ts'
import { atLeast, figureText, rateText } from './format.ts'
import { KindList } from './kind-list.tsx'

/** The screen whose bar is full: the worst one, and at least this rate, so that calm looks calm. */
const FULL_BAR_MIN = 5

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
      <p class="about">
        Screens by friction per 100 visits, the worst first; what presses tell also per 100 presses.
      </p>
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
              <th scope="col" class="number">
                Presses
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
                <td class="number" data-label="Presses">
                  {row.presses.count === 0 ? figureText(row.presses) : atLeast(row.presses)}
                </td>
                <td data-label="Friction per 100 visits">
                  <span class="rated">
                    <b class="rate">{rateText(row.per100, row.friction)}</b>
                    <StackedBar row={row} full={full} />
                  </span>
                </td>
                <td data-label="Of which">
                  <KindList row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
