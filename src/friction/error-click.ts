import type { PressRule } from './press-rule.ts'

/** A request may take this long to fail and still be told of the press, in ms (Datadog). */
export const FAILURE_LATEST_MS = 10_000

/** `error_click`: a request that began within two seconds of a press failed (friction-signals.md §2). */
export const errorClick: PressRule = ({ isVoid, presses, traits }) =>
  !isVoid &&
  traits.isInteractive &&
  presses.some(({ hasFailed, isDisabled }) => hasFailed && !isDisabled)
    ? 'error_click'
    : undefined
