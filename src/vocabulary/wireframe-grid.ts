/** What a grey box may be. */
export const WIREFRAME_ROLES = [
  'banner',
  'navigation',
  'main',
  'aside',
  'form',
  'dialog',
  'group',
  'heading',
  'text',
  'button',
  'link',
  'field',
  'choice',
  'tab',
  'table',
  'list',
  'picture',
  'frame',
] as const
export type WireframeRole = (typeof WIREFRAME_ROLES)[number]

/** Pixels of the drawing that one unit of the grid stands for. */
export const GRID_PX = 16
/** Units of the grid across, and down at most. */
export const GRID_WIDTH = 80
export const GRID_HEIGHT_MAX = 200
/** Boxes of one wireframe, at most. */
export const BOXES_MAX = 150
