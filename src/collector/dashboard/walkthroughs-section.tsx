import { WALKTHROUGH_OUTCOMES } from '../../vocabulary/dictionary.ts'
import type { Completion, WalkthroughRow } from '../summary/walkthroughs.ts'
import { figureText, intervalText, percentText } from './format.ts'

const ENDS = ['completed', 'dismissed', 'abandoned', 'blocked'] as const
const SHORT = {
  completed: 'Completed',
  dismissed: 'Dismissed',
  abandoned: 'Abandoned',
  blocked: 'Blocked',
}

function CompletionBar({ completion }: { completion: Completion | null }) {
  if (completion === null) return <span class="quiet">too few to tell</span>
  const { rate, low, high } = completion
  return (
    <span class="rated">
      <b class="rate">{percentText(rate)}</b>
      <span class="bar interval" aria-hidden="true">
        <span class="share" style={{ width: `${100 * rate}%` }} />
        <span class="range" style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }} />
      </span>
      <small>95 %: {intervalText(completion)}</small>
    </span>
  )
}

/** How walkthroughs ended. */
export function WalkthroughsSection({ walkthroughs }: { walkthroughs: WalkthroughRow[] }) {
  return (
    <section class="card" aria-labelledby="walkthroughs">
      <h2 id="walkthroughs">Walkthroughs</h2>
      <p class="about">
        How each one ended. The range is the 95 % Wilson interval of the completion rate.
      </p>
      {walkthroughs.length === 0 ? (
        <p class="quiet">No walkthrough can be shown in these days.</p>
      ) : (
        <table class="stacks">
          <thead>
            <tr>
              <th scope="col">Walkthrough</th>
              <th scope="col" class="number">
                Started
              </th>
              {ENDS.map((end) => (
                <th key={end} scope="col" class="number" title={WALKTHROUGH_OUTCOMES[end]}>
                  {SHORT[end]}
                </th>
              ))}
              <th scope="col">Completion</th>
            </tr>
          </thead>
          <tbody>
            {walkthroughs.map((row) => (
              <tr key={`${row.app} ${row.id}`} data-testid={`walkthrough-row-${row.id}`}>
                <th scope="row">
                  {row.title}
                  {row.app !== '' && <small>{row.app}</small>}
                </th>
                <td class="number" data-label="Started" data-outcome="started">
                  {figureText(row.started)}
                </td>
                {ENDS.map((end) => (
                  <td key={end} class="number" data-label={SHORT[end]} data-outcome={end}>
                    {figureText(row[end])}
                  </td>
                ))}
                <td data-label="Completion">
                  <CompletionBar completion={row.completion} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
