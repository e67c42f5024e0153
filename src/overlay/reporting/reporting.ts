import type { ReportCategory } from '../../vocabulary/report-categories.ts'
import type { Frequency, Severity } from '../../vocabulary/report-details.ts'
import type { WireframeBox } from '../../vocabulary/wireframe.ts'
import type { Pointed } from '../guide.ts'
import type { Say } from '../words.ts'

/** What somebody says of a screen, in closed answers. */
export interface Report {
  reason: ReportCategory
  pointed?: Pointed | undefined
  severity?: Severity | undefined
  often?: Frequency | undefined
  /** The screen that was shown when it was said. */
  screen: string | undefined
}

/** What goes along with a report, where the policy allows it and the person wants it. */
export interface Brought {
  comment?: string
  wireframe?: WireframeBox[]
}

/** Why a part of a comment is held back. */
export type FoundKind = 'email' | 'link' | 'date' | 'phone' | 'id' | 'number' | 'name' | 'on-page'

/** What became of a comment’s check: `text` is what may be sent. */
export type CheckedComment =
  | { state: 'empty' | 'too-long' | 'unreadable' }
  | { state: 'found'; finds: { kind: FoundKind; start: number; end: number }[] }
  | { state: 'clean'; text: string }

/** A part of a screen that a researcher has marked, and why. */
export interface Flag {
  pointed: Pointed
  reason: ReportCategory
  /** The screen it was on. */
  screen: string
}

/** What is drawn now. */
export interface ReportingView {
  mode: 'report' | 'flags'
  screen: { id: string; title: string } | undefined
  /** Whether reports can be sent: consent or policy. */
  telemetry: boolean
}

/** What the overlay lends to its late part. */
export interface ReportingOwner {
  document: Document
  host: HTMLElement
  say: Say
  addStyles: (text: string) => void
  /** A fault: Handrail goes off on this page. */
  fail: (error: unknown) => void
}

/** Where the late part is drawn, and the ways out of it. */
export interface ReportingPlace {
  into: Element
  /** Back to the help panel. */
  back(): void
  /** Away altogether. */
  close(): void
}

/** The late part of the overlay: the report form, and flag mode. */
export interface Reporting {
  show(place: ReportingPlace, view: ReportingView): void
  hide(): void
  /** Escape was pressed: whether it was for something in here. */
  escape(): boolean
}

/** What the form and flag mode can do beyond drawing. */
export interface ReportingActions {
  allowed: { comments: boolean; wireframes: boolean; flags: boolean }
  commentMax: number
  report(report: Report): void
  /** Hands over what goes along; false where it was not kept, and then nothing was sent. */
  bring(report: Report, brought: Brought): Promise<boolean>
  /** Reads the page, now, and only for this. */
  checkComment(comment: string): CheckedComment
  drawScreen(): WireframeBox[]
  /** Parts of the screen, in its order. */
  parts(): Element[]
  nameElement(element: Element): Pointed
  /** Flags as a file of the person’s own. */
  save(flags: readonly Flag[], form: 'json' | 'csv'): void
}

export type CreateReporting = (owner: ReportingOwner, actions: ReportingActions) => Reporting
