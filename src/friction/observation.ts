import type { ElementRole } from '../vocabulary/element-roles.ts'

/** An opaque number for one element of the page, handed out by the shell; says nothing about it. */
export type ControlId = number

/** An opaque number for one part of the page that changed. */
export type RegionId = number

/** What the detectors may know about a control: closed values only. */
export interface ControlTraits {
  /** It looks as if a press does something: native control, widget role, focusable, hand cursor. */
  isInteractive: boolean
  isDisabled: boolean
  isLink: boolean
  isDownload: boolean
  isSelect: boolean
  /** A field whose own value a press may set or open: text, number, date, colour, range. */
  isTextField: boolean
  isFileInput: boolean
  isContentEditable: boolean
  /** Canvas or plug-in: what it draws can't be seen. */
  isCanvas: boolean
  isMedia: boolean
  /** Already in the state a press would bring: the open tab, the current page, a radio button. */
  isCurrent: boolean
  /** Made for quick presses: spinner, grid or calendar, pager, ±, zoom, stepper, carousel. */
  isRepeatable: boolean
  role: ElementRole
}

/** What can prove that the page reacted. `blur`: the window or tab lost or regained attention. */
export type LifeSource =
  | 'mutation'
  | 'toggle'
  | 'input'
  | 'change'
  | 'invalid'
  | 'selection'
  | 'scroll'
  | 'drag'
  | 'copy'
  | 'resource'
  | 'navigation'
  | 'animation'
  | 'media'
  | 'blur'

/** A press with the primary button and no modifier; `at` is that of the pointer going down. */
export interface Press {
  type: 'press'
  at: number
  /** CSS pixels in the viewport. */
  x: number
  y: number
  control: ControlId
  traits: ControlTraits
  /** The control and what holds it, from the inside out. */
  regions: readonly RegionId[]
}

/** Something on the page changed or answered. */
export interface Alive {
  type: 'alive'
  at: number
  source: LifeSource
  /** Where it did, from the inside out; only where the shell can tell. */
  regions?: readonly RegionId[]
}

/** A field was refused: `at` is when that was seen. */
export interface Invalid {
  type: 'invalid'
  at: number
  field: ControlId
  role: ElementRole
}

/** Another screen of the pack shows; `id` is undefined where none fits. */
export interface ScreenShown {
  type: 'screen'
  at: number
  id: string | undefined
  isDialog: boolean
}

/**
 * Everything the detectors are told. Times are milliseconds of one monotonic clock. There is no
 * text, value or key in any of it, so none can leave.
 *
 * `request-failed`: `at` is when the request began. `prompt`: the person did something that may
 * change the page but is no press (hover, focus, scroll). `submit` is an attempt, `save` a form
 * that went through its own checks.
 */
export type Observation =
  | Press
  | Alive
  | Invalid
  | ScreenShown
  | { type: 'request-failed' | 'prompt' | 'edit' | 'copy' | 'save' | 'submit' | 'tick'; at: number }
