import type { HealthRow } from '../summary/health.ts'
import type { Summary } from '../summary/summary.ts'
import { figureText } from './format.ts'

function Losses({ lost }: { lost: Summary['lost'] }) {
  if (lost.length === 0) return null
  return (
    <div data-testid="lost">
      <h3>Records lost on the way</h3>
      <dl class="losses">
        {lost.map(({ outcome, label, figure }) => (
          <div key={outcome} data-testid={`lost-row-${outcome}`}>
            <dt>{label}</dt>
            <dd>{figureText(figure)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Targets({ health }: { health: HealthRow[] }) {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">Target</th>
          <th scope="col">Screen</th>
          <th scope="col" class="number">
            Missing
          </th>
          <th scope="col" class="number">
            Ambiguous
          </th>
        </tr>
      </thead>
      <tbody>
        {health.map((row) => (
          <tr
            key={`${row.app} ${row.screen} ${row.target}`}
            data-testid={`health-row-${row.target}`}
          >
            <th scope="row">{row.targetTitle}</th>
            <td data-label="Screen">{row.screenTitle}</td>
            <td class="number" data-label="Missing">
              {figureText(row.missing)}
            </td>
            <td class="number" data-label="Ambiguous">
              {figureText(row.ambiguous)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What IT should mend: targets that are not found, and records that got lost. */
export function HealthSection({ health, lost }: Pick<Summary, 'health' | 'lost'>) {
  return (
    <section class="card" aria-labelledby="health">
      <h2 id="health">Pack health</h2>
      <p class="about">
        Targets that Handrail did not find on their screen, or that fitted more than one element:
        their walkthroughs need a new anchor.
      </p>
      {health.length === 0 ? (
        <p class="quiet">Every target was found.</p>
      ) : (
        <Targets health={health} />
      )}
      <Losses lost={lost} />
    </section>
  )
}
