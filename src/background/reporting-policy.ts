import type { Effective } from './settings.ts'

/** What the policy allows of a report beside its reason. */
export const reportingOf = ({ comments, wireframes, flagMode }: Effective) => ({
  comments: comments === 'checked',
  wireframes: wireframes === 'on',
  flags: flagMode === 'on',
})
