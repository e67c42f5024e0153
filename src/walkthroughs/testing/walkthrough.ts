import type { Step, Walkthrough } from '../../vocabulary/pack.ts'

/** A step that ends on Next, unless told otherwise. */
export function step(id: string, more: Partial<Step> = {}): Step {
  return {
    id,
    text: id,
    placement: 'auto',
    advance: { on: 'next' },
    requires: [],
    doneWhen: [],
    missing: 'wait',
    skippable: false,
    locked: false,
    newRecord: false,
    branch: [],
    ...more,
  }
}

/** A walkthrough named `task` that begins on the screen `home`. */
export function walkthrough(...steps: Step[]): Omit<Walkthrough, 'steps'> & { steps: Step[] } {
  return {
    id: 'task',
    title: 'Task',
    summary: '',
    keywords: [],
    screens: ['home'],
    locked: false,
    steps,
    owner: 'Training',
    reviewBy: '2027-01-01',
  }
}
