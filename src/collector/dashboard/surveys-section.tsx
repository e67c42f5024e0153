import type { SurveyRow } from '../summary/surveys.ts'
import { figureText } from './format.ts'

/** What people answered, where any pack asks something. */
export function SurveysSection({ surveys }: { surveys: SurveyRow[] }) {
  if (surveys.length === 0) return null
  return (
    <section class="card" aria-labelledby="surveys">
      <h2 id="surveys">Surveys</h2>
      <p class="about">One question with closed answers, which anybody may put off or refuse.</p>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col" class="number">
              Asked
            </th>
            <th scope="col" class="number">
              Refused
            </th>
            <th scope="col">Answers</th>
          </tr>
        </thead>
        <tbody>
          {surveys.map(({ app, id, question, asked, declined, answers }) => (
            <tr key={`${app} ${id}`} data-testid={`survey-row-${id}`}>
              <th scope="row">
                {question}
                {app !== '' && <small>{app}</small>}
              </th>
              <td class="number" data-label="Asked">
                {figureText(asked)}
              </td>
              <td class="number" data-label="Refused">
                {figureText(declined)}
              </td>
              <td data-label="Answers">
                <ul class="answers">
                  {answers.map(({ place, label, figure }) => (
                    <li key={place} data-answer={place}>
                      <span>{label}</span> <b>{figureText(figure)}</b>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
