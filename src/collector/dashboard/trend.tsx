import { useEffect, useRef } from 'preact/hooks'
import type { Summary } from '../summary/summary.ts'
import { dayText, figureText } from './format.ts'
import { createTrendChart } from './trend-chart.ts'

type Daily = Summary['daily']

function Chart({ daily }: { daily: Daily }) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(daily)
  const chart = useRef<ReturnType<typeof createTrendChart>>(undefined)
  latest.current = daily
  useEffect(() => {
    if (host.current === null) return
    const own = createTrendChart(host.current, latest.current)
    chart.current = own
    return own.stop
  }, [])
  useEffect(() => chart.current?.show(daily), [daily])
  return <div ref={host} class="chart" aria-hidden="true" />
}

/** Visits and friction, day by day: as a chart for the eye and as a table for everybody. */
export function Trend({ daily }: { daily: Daily }) {
  return (
    <section class="card" aria-labelledby="trend" data-testid="trend">
      <h2 id="trend">Day by day</h2>
      {daily.length > 1 && (
        <>
          <p class="legend" aria-hidden="true">
            <span>
              <i class="dot visits" /> Visits (left)
            </span>
            <span>
              <i class="dot friction" /> Friction (right)
            </span>
          </p>
          <Chart daily={daily} />
        </>
      )}
      <details open={daily.length === 1}>
        <summary>As a table</summary>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" class="number">
                Visits
              </th>
              <th scope="col" class="number">
                Friction
              </th>
            </tr>
          </thead>
          <tbody>
            {daily.toReversed().map(({ day, visits, friction }) => (
              <tr key={day} data-testid={`day-row-${day}`}>
                <th scope="row">{dayText(day)}</th>
                <td class="number">{figureText(visits)}</td>
                <td class="number">{figureText(friction)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
