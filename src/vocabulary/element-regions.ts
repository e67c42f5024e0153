/** Parts of a page by which an element outside the pack may be placed: landmarks, and a few widgets. */
export const ELEMENT_REGIONS = [
  'banner',
  'navigation',
  'search',
  'main',
  'complementary',
  'contentinfo',
  'form',
  'dialog',
  'menu',
  'toolbar',
  'tablist',
  'tabpanel',
  'table',
  'list',
] as const

export type ElementRegion = (typeof ELEMENT_REGIONS)[number]
