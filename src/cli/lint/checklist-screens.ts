import { type LintRule, lintError } from './rule.ts'

/** What a frame shows, the page does not see: an item of a frame's screen would never be ticked there. */
export const checklistScreens: LintRule = (pack) => {
  const inFrames = new Set(pack.screens.flatMap(({ id, frame }) => (frame ? [id] : [])))
  return pack.checklists.flatMap(({ items }, at) =>
    items.flatMap(({ id, screen }, itemAt) =>
      screen !== undefined && inFrames.has(screen)
        ? [
            lintError(
              ['checklists', at, 'items', itemAt, 'screen'],
              `item '${id}' waits for a screen of frames: name a screen of the page, or a walkthrough`,
            ),
          ]
        : [],
    ),
  )
}
