/** How large Handrail's own words are. */
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const
/** Where the launcher stands; by itself it is where it lies over the least. */
export const LAUNCHER_CORNERS = [
  ...(['auto', 'bottom-left', 'bottom-right', 'top-left', 'top-right'] as const),
] as const

/** How one person wants Handrail to look, on every site. It stays in this browser. */
export interface Preferences {
  textSize: (typeof TEXT_SIZES)[number]
  corner: (typeof LAUNCHER_CORNERS)[number]
}

export const PREFERENCE_DEFAULTS: Preferences = { textSize: 'normal', corner: 'auto' }
