import type { ScreenRow } from '../summary/screens.ts'
import { figureText, rateText } from './format.ts'
import { PartsList } from './parts-list.tsx'

/** How work goes on the screens: what is neither good nor bad by itself. */
export function MeasuresSection({ screens }: { screens: ScreenRow[] }) {
  const rows = screens.flatMap((screen) => screen.measures.map((measure) => ({ screen, measure })))
  if (rows.length === 0) return null
  return (
    <section class="card" aria-labelledby="measures">
      <h2 id="measures">How work goes</h2>
      <p class="about">
        Counted, and not friction by itself: more may be right. Show it to the teams that it is
        about first.
      </p>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">Screen</th>
            <th scope="col">What was counted</th>
            <th scope="col" class="number">
              Times
            </th>
            <th scope="col" class="number">
              Per 100 visits
            </th>
            <th scope="col">Of which</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ screen, measure }) => (
            <tr
              key={`${screen.app} ${screen.id} ${measure.kind}`}
              data-testid={`measure-row-${screen.id}-${measure.kind}`}
            >
              <th scope="row">{screen.title}</th>
              <td data-label="What was counted">{measure.label}</td>
              <td class="number" data-label="Times">
                {figureText(measure.figure)}
              </td>
              <td class="number" data-label="Per 100 visits">
                {rateText(measure.per100, measure.figure)}
              </td>
              <td data-label="Of which">
                <PartsList parts={measure.outcomes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
