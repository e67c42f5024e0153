/** One walkthrough under way in one tab: all that must survive a reload. */
export interface Run {
  pack: string
  walkthrough: string
  /** Progress is kept by step id, so that a new version of the pack can go on with it. */
  step: string
  /** Ids of the steps that were done or skipped, in order. */
  past: string[]
  /** Gone back to: what already holds does not end the step again until it has once not held. */
  revisiting?: boolean
}
