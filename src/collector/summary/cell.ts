/** What was counted of one subject on one UTC day: the grain at which small groups are withheld. */
export interface Cell {
  day: number
  app: string
  packVersion: number
  kind: string
  screen: string
  target: string
  role: string
  region: string
  walkthrough: string
  step: string
  survey: string
  task: string
  outcome: string
  /** Of a report: how much it hurts, and how often. */
  severity: string
  often: string
  /** Sum of the buckets' lower bounds: never more than what happened. */
  count: number
  /** How many clients said 'first time today' for this subject. */
  clients: number
}
