/** The lists of a pack of which something may come up by itself. */
export const PROMPT_LISTS = ['announcements', 'walkthroughs', 'checklists', 'surveys'] as const
export type PromptList = (typeof PROMPT_LISTS)[number]
