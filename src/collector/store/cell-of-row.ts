import type { Cell } from '../summary/cell.ts'
import type { Row } from './database.ts'

/** A row with the columns of a cell; some engines give large numbers as text. */
export function cellOf(row: Row): Cell {
  return {
    day: Number(row.day),
    app: String(row.app),
    packVersion: Number(row.pack_version),
    kind: String(row.kind),
    screen: String(row.screen),
    target: String(row.target),
    role: String(row.role),
    region: String(row.region),
    walkthrough: String(row.walkthrough),
    step: String(row.step),
    survey: String(row.survey),
    task: String(row.task),
    outcome: String(row.outcome),
    severity: String(row.severity),
    often: String(row.often),
    count: Number(row.count),
    clients: Number(row.clients),
  }
}
