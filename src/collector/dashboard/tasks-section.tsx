import { TASK_OUTCOMES } from '../../vocabulary/signal-outcomes.ts'
import type { TaskRow } from '../summary/tasks.ts'
import { figureText, rateText } from './format.ts'
import { PartsList } from './parts-list.tsx'

const ENDS = ['started', 'done', 'left'] as const
const SHORT = { started: 'Started', done: 'Done', left: 'Left' }

/** Tasks of the packs, and the presses that they take. */
export function TasksSection({ tasks }: { tasks: TaskRow[] }) {
  if (tasks.length === 0) return null
  return (
    <section class="card" aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      <p class="about">
        How tasks went, and how many presses one took: at least so many, on average. More presses
        are not worse by themselves.
      </p>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">Task</th>
            {ENDS.map((end) => (
              <th key={end} scope="col" class="number" title={TASK_OUTCOMES[end]}>
                {SHORT[end]}
              </th>
            ))}
            <th scope="col" class="number">
              Presses per task
            </th>
            <th scope="col">Of which</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((row) => (
            <tr key={`${row.app} ${row.id}`} data-testid={`task-row-${row.id}`}>
              <th scope="row">
                {row.title}
                {row.app !== '' && <small>{row.app}</small>}
              </th>
              {ENDS.map((end) => (
                <td key={end} class="number" data-label={SHORT[end]}>
                  {figureText(row[end])}
                </td>
              ))}
              <td class="number" data-label="Presses per task">
                {row.pressesPerTask === null
                  ? '–'
                  : `≥${rateText(row.pressesPerTask, { count: 1, few: false })}`}
              </td>
              <td data-label="Of which">
                <PartsList parts={row.presses} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
