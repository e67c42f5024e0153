import type { Cell } from '../summary/cell.ts'
import type { Labels } from '../summary/labels.ts'

/** Visits of 20 clients to the vitals screen on day 100, or what `part` says. */
export function makeCell(part: Partial<Cell> = {}): Cell {
  return {
    day: 100,
    app: 'openmrs',
    packVersion: 1,
    kind: 'visit',
    screen: [part.walkthrough, part.survey, part.task].every((id) => id === undefined)
      ? 'vitals'
      : '',
    target: '',
    role: '',
    region: '',
    walkthrough: '',
    step: '',
    survey: '',
    task: '',
    outcome: '',
    severity: '',
    often: '',
    count: 20,
    clients: 20,
    ...part,
  }
}

/** Every id is its own title. */
export const NO_LABELS: Labels = {
  screen: (_app, id) => id,
  walkthrough: (_app, id) => id,
  target: (_app, id) => id,
  survey: (_app, id) => id,
  task: (_app, id) => id,
  answers: () => [],
}
