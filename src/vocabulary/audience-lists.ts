/** The lists of a pack whose items may name an audience. */
export const AUDIENCE_LISTS = ['walkthroughs', 'hints', 'checklists', 'announcements'] as const
