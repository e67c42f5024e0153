import type { Say } from '../words.ts'
import type { Flags } from './flags.ts'
import type { ReportingActions, ReportingPlace, ReportingView } from './reporting.ts'

/** What both parts are given. */
export interface PartProps {
  document: Document
  host: HTMLElement
  say: Say
  actions: ReportingActions
  flags: Flags
  place: ReportingPlace
  view: ReportingView
  /** Where a part says what Escape does in it now. */
  onEscape: { act: (() => boolean) | undefined }
}
