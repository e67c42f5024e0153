import type { ControlTraits } from './observation.ts'

/**
 * Whether a control may answer in a way that no page can show: the native picker of a select or a
 * date, a caret, a file dialog, a download, a drawing, media, a number set by script. Its presses are never called dead
 * (friction-signals.md §1: sentry#80275, posthog-js#3619, sentry-javascript#10257).
 */
export function hidesItsAnswer(traits: ControlTraits): boolean {
  return (
    traits.isDownload ||
    traits.isSelect ||
    traits.isTextField ||
    traits.isFileInput ||
    traits.isContentEditable ||
    traits.isCanvas ||
    traits.isMedia ||
    traits.isStepper
  )
}
