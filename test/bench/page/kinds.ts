/** What is timed. Each is one call in a task of its own, which the trace knows by this name. */
export const KINDS = {
  screen: 'screen, first look after a change',
  screenAgain: 'screen, another look, nothing changed',
  ahead: 'what the extension reads ahead of a look, in slices, after a change',
  present: 'target on the page, a look of its own after a change',
  absent: 'target not on the page, the same',
  presentShared: 'target on the page, in a look that has decided the screen',
  absentShared: 'target not on the page, the same',
} as const
export type Kind = keyof typeof KINDS
