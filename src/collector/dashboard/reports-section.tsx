import type { Share } from '../summary/report-details.ts'
import type { ReportRow } from '../summary/reports.ts'
import { dayText, figureText } from './format.ts'

/** Of a few people's reports it is not told what they pointed at. */
function About({ row: { target, targetTitle, figure } }: { row: ReportRow }) {
  if (target !== '') return <>{targetTitle}</>
  return <span class="quiet">{figure.count === 0 ? '–' : 'the screen'}</span>
}

/** Answers with their numbers: `It holds me up 12`. */
function Shares({ shares }: { shares: readonly Share[] }) {
  if (shares.length === 0) return <span class="quiet">–</span>
  return (
    <ul class="shares">
      {shares.map(({ id, label, count }) => (
        <li key={id} data-share={id}>
          {label} <span class="number">{figureText({ count, few: false })}</span>
        </li>
      ))}
    </ul>
  )
}

/** What people said is hard. */
export function ReportsSection({ reports }: { reports: ReportRow[] }) {
  return (
    <section class="card" aria-labelledby="reports">
      <h2 id="reports">Friction reports</h2>
      <p class="about">What people said about a screen, in two presses from the help panel.</p>
      {reports.length === 0 ? (
        <p class="quiet">Nobody reported anything in these days.</p>
      ) : (
        <table class="stacks">
          <thead>
            <tr>
              <th scope="col">Screen</th>
              <th scope="col">What they said</th>
              <th scope="col">About</th>
              <th scope="col" class="number">
                Reports
              </th>
              <th scope="col">How bad it is</th>
              <th scope="col">How often</th>
              <th scope="col">Latest</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((row) => (
              <tr
                key={`${row.app} ${row.screen} ${row.category} ${row.target}`}
                data-testid="report-row"
                data-screen={row.screen}
                data-category={row.category}
                data-target={row.target}
              >
                <th scope="row">{row.screenTitle}</th>
                <td data-label="What they said">{row.label}</td>
                <td data-label="About">
                  <About row={row} />
                </td>
                <td class="number" data-label="Reports">
                  {figureText(row.figure)}
                </td>
                <td data-label="How bad it is">
                  <Shares shares={row.severity} />
                </td>
                <td data-label="How often">
                  <Shares shares={row.often} />
                </td>
                <td data-label="Latest">
                  {row.latest === null ? <span class="quiet">–</span> : dayText(row.latest)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
