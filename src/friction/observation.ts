import type { ElementRole } from '../vocabulary/element-roles.ts'
import type { LateOutcome } from '../vocabulary/signal-outcomes.ts'

/** An opaque number for one element of the page, handed out by the shell; says nothing about it. */
export type ControlId = number

/** An opaque number for one part of the page that changed; below 0 for one address that it asks. */
export type RegionId = number

/** What the detectors may know about a control: closed values only. */
export interface ControlTraits {
  /** It looks as if a press does something: native control, widget role, focusable, hand cursor. */
  isInteractive: boolean
  isDisabled: boolean
  isLink: boolean
  /** A link whose following can't be seen: into another tab, frame or program. */
  isLeaving: boolean
  isDownload: boolean
  isSelect: boolean
  /** A field whose own value a press may set or open: text, number, date, colour, range. */
  isTextField: boolean
  isFileInput: boolean
  isContentEditable: boolean
  /** Canvas or plug-in: what it draws can't be seen. */
  isCanvas: boolean
  isMedia: boolean
  /** A button beside a number, which a script may set without any change of an element. */
  isStepper: boolean
  /** Already in the state a press would bring: the open tab, the current page, a radio button. */
  isCurrent: boolean
  /**
   * Made for quick presses: spinner, grid or calendar, pager, ±, zoom, stepper, carousel. Told from the second
   * press on.
   */
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
  | 'style'
  | 'media'
  | 'blur'

/** A press with the primary button and no modifier; `at` is that of the pointer going down. */
export interface Press {
  type: 'press'
  at: number
  /** When the page got round to it; later than `at` where it was busy. */
  heardAt?: number
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
  /** When it happened; of a request, when it began. */
  at: number
  source: LifeSource
  /** Of a request: when its answer was there. */
  endedAt?: number
  /** Where it did, from the inside out; only where the shell can tell. */
  regions?: readonly RegionId[]
}

/** A request was refused, or had no answer. */
export interface RequestFailed {
  type: 'request-failed'
  /** When it began. */
  at: number
  /** What it asked. */
  regions: readonly RegionId[]
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

/** What may be known about a field: closed values only. */
export interface FieldTraits {
  /** It filters or searches, and holds nothing of a record. */
  isSearch: boolean
  /** It is pressed and not typed into: a checkbox, a radio button, a file. */
  isChoice: boolean
  isSelect: boolean
  /** The pack says that notes are written in it. */
  isNote: boolean
  /** The pack says that a scanner fills it in. */
  isScan: boolean
  role: ElementRole
}

/** Something happened to a field: what kind of thing, and never what was entered. */
export interface FieldEvent {
  type: 'field'
  at: number
  /** `changed`: in a way that is neither typing nor pasting, such as choosing from a list. */
  act: 'entered' | 'typed' | 'pasted' | 'changed' | 'left'
  field: ControlId
  traits: FieldTraits
  /** Of `entered`: the person went there, by a press on it or from another field. */
  isChosen?: boolean
}

/** Somebody scrolled up or down. */
export interface Scrolled {
  type: 'scrolled'
  at: number
  /** Screenfuls of what scrolls; upwards is less than 0. */
  by: number
}

/** Where the pointer was at a time, in CSS pixels of the viewport. */
export interface Move {
  at: number
  x: number
  y: number
}

/** The pointer has come this way, at least one place of it, until `at`. Told only where the pointer is watched. */
export interface Moved {
  type: 'moved'
  at: number
  way: readonly Move[]
}

/** An alert has come or gone. */
export interface AlertSeen {
  type: 'alert'
  at: number
  alert: ControlId
  /** Its id in the pack, where that names it: the element is gone when it is told of. */
  target?: string | undefined
  isOpen: boolean
  /** Of one that has gone: the person pressed something in it. */
  isByPerson: boolean
}

/** A patient's record or the inbox shows. */
export interface ContextShown {
  type: 'context'
  at: number
  group: 'chart' | 'inbox'
  /** Another record than the last one. */
  isOther: boolean
}

/** A control that the pack has in a required order was used. */
export interface RequiredUsed {
  type: 'required'
  at: number
  order: string
  /** Its place in the order, from 0, and that of the last one. */
  place: number
  last: number
  control: ControlId
  role: ElementRole
}

/** A task of the pack has begun, or what ends it holds. */
export interface TaskSeen {
  type: 'task'
  at: number
  task: string
  isDone: boolean
}

/** A time was entered that lies before now: how far, in steps. */
export interface TimeEntered {
  type: 'time-entered'
  at: number
  field: ControlId
  role: ElementRole
  /** Undefined where the field says nothing of that kind any more. */
  lag: LateOutcome | undefined
}

/** Of some things all is said by when they were. */
interface Moment<Type extends string> {
  type: Type
  at: number
}

/**
 * Everything the detectors are told. Times are milliseconds of one monotonic clock. There is no
 * text, value or key in any of it, so none can leave.
 *
 * `prompt`: the person did something that may
 * change the page but is no press (hover, focus, scroll). `submit` is an attempt, `save` a form
 * that went through its own checks. `away` and `back`: the tab was hidden and is there again.
 */
export type Observation =
  | Press
  | Alive
  | RequestFailed
  | Invalid
  | ScreenShown
  | FieldEvent
  | Scrolled
  | Moved
  | AlertSeen
  | ContextShown
  | RequiredUsed
  | TaskSeen
  | TimeEntered
  | Moment<'prompt'>
  | Moment<'edit'>
  | Moment<'copy'>
  | Moment<'save'>
  | Moment<'submit'>
  | Moment<'away'>
  | Moment<'back'>
  | Moment<'tick'>
