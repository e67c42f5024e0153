import type { HelpPage } from '../messaging/protocol.ts'
import type { ElementRegion } from '../vocabulary/element-regions.ts'
import type { ElementRole } from '../vocabulary/element-roles.ts'
import type { Hint, Step } from '../vocabulary/pack.ts'
import type { Preferences } from '../vocabulary/preferences.ts'
import type { PromptList } from '../vocabulary/prompt-lists.ts'
import type { PickedLanguage } from '../words/language.ts'
import type { ReadPicture } from './picture.tsx'
import type { Reporting, ReportingOwner } from './reporting/reporting.ts'
import type { CreateSearch } from './search.ts'

/** A walkthrough as the help panel lists it. */
export interface Offer {
  pack: string
  id: string
  title: string
  summary: string
  keywords: string
  /** Begins on the screen that is shown now. */
  isHere: boolean
  isPinned: boolean
  /** The organisation requires it: it can't be hidden. */
  isRequired: boolean
}

/** A picture of a pack, whose data is read when it is shown. */
export interface PictureView {
  pack: string
  id: string
  alt: string
}

export interface CalloutView {
  walkthrough: string
  title: string
  step: string
  /** Markdown. */
  text: string
  picture: PictureView | undefined
  /** From 1. */
  index: number
  total: number
  target: Element | undefined
  /** The target may have become another control: for a moment, until it is known, it has no ring. */
  isInDoubt: boolean
  placement: Step['placement']
  /** No room for words here: the page has them. */
  isRingOnly: boolean
  /** Speaks of a control in a frame, which is not to be covered. */
  isForFrame: boolean
  /** In a native modal dialog: it can be read, and not pressed. */
  isPassive: boolean
  /** The person's own act moves on; otherwise the Next button does. */
  isByAct: boolean
  isLocked: boolean
  /** The organisation requires the step. */
  isRequired: boolean
  /** Of a part of which the person may say that they know it. */
  canBeKnown: boolean
  isSkippable: boolean
  canGoBack: boolean
  isLast: boolean
}

export interface WaitingView {
  title: string
  index: number
  total: number
  reason: 'screen' | 'target' | 'requires'
  /** The screen to go to, where that is the reason. */
  screenTitle: string | undefined
}

/** The person has gone elsewhere: nothing comes up, and the help panel has the way back. */
export type ElsewhereView = WaitingView

/** The walkthrough goes on in another record, or perhaps does, once the person has said so. */
export interface RecordPauseView {
  title: string
  /** `other`: seen to be another one. `unsure`: nothing here remembers which it was. */
  record: 'other' | 'unsure'
}

/** A word beside one control: a mark that opens, or a tip while its field has the focus. */
export interface HintView {
  pack: string
  id: string
  kind: Hint['kind']
  title: string | undefined
  /** Markdown. */
  text: string
  /** What the pack calls the target. */
  label: string
  target: Element
}

/** What somebody gets to know one by one. */
export interface ChecklistView {
  pack: string
  id: string
  title: string
  isHidden: boolean
  items: {
    id: string
    text: string
    isDone: boolean
    /** Where the item can be begun at once. */
    walkthrough: string | undefined
  }[]
}

/** What is new. */
export interface AnnouncementView {
  pack: string
  id: string
  title: string
  /** Markdown. */
  text: string
  isSafety: boolean
  /** What it is about is the screen that is shown now. */
  isHere: boolean
}

/** One question with closed answers, asked in the corner. */
export interface SurveyView {
  pack: string
  id: string
  question: string
  answers: readonly string[]
  /** What the first and the last answer mean, where they are numbers. */
  scale: { low: string; high: string } | undefined
  isAnswered: boolean
}

/** Something to read in the help panel: an article, or a hint of whatever screen. */
export interface ReadingView {
  kind: 'article' | 'hint'
  pack: string
  id: string
  title: string
  /** Markdown. */
  text: string
  keywords: string
  picture: PictureView | undefined
  links: { id: string; title: string; address: string }[]
  isHere: boolean
}

/** What the person has changed for themselves. */
export interface SettingsView extends Preferences {
  hidden: Offer[]
  /** Walkthroughs of which some part is left out. */
  shortened: Offer[]
}

/** What has come up by itself. */
export interface PromptView extends Omit<AnnouncementView, 'isHere'> {
  list: PromptList
  /** The question, where it is one. */
  survey?: SurveyView | undefined
}

/** All that the overlay shows, as plain data. The content script decides; the overlay draws. */
export interface GuideView {
  /** Within a page's frame: no launcher, the page has it. */
  isFrame: boolean
  /** Language of the pack's words. */
  screen: { id: string; title: string } | undefined
  appName: string
  /** Parts of the page that nothing of Handrail's may lie on. */
  noCover: Element[]
  offers: Offer[]
  callout: CalloutView | undefined
  waiting: WaitingView | undefined
  elsewhere: ElsewhereView | undefined
  recordPause: RecordPauseView | undefined
  /** A walkthrough that has just been completed, by title. */
  completed: string | undefined
  hints: HintView[]
  /** How many hints this screen has, and how many of them the person has put away. */
  hintCounts: { all: number; away: number }
  checklists: ChecklistView[]
  /** How often the person has asked by key to open or close the help panel. */
  helpPresses: number
  /** The same for the flag mode. */
  flagPresses: number
  /** All articles and hints, for the help panel and its search. */
  readings: ReadingView[]
  news: AnnouncementView[]
  /** The one thing that has come up by itself. */
  prompt: PromptView | undefined
  settings: SettingsView
  /** Whether reports can be sent: consent or policy. */
  telemetry: boolean
  /** The app shows an alert or a dialog that is no part of the walkthrough: draw nothing. */
  isSilent: boolean
}

/** What somebody pointed at: named by the pack, or by role and nothing else. */
export interface Pointed {
  label: string
  target?: string
  role?: ElementRole
  region?: ElementRegion | undefined
}

/** What stands beside walkthroughs. */
export type AsideView = Pick<
  GuideView,
  | 'hints'
  | 'hintCounts'
  | 'checklists'
  | 'news'
  | 'readings'
  | 'helpPresses'
  | 'flagPresses'
  | 'prompt'
  | 'settings'
>

/** What happens to the search of the help panel; what is sought is not told. */
export type HelpSearchAct =
  | { type: 'searched'; found: number }
  | { type: 'cleared' | 'opened' | 'closed' }

export interface GuideActions {
  /** Somebody searches the help, opens what was found, or closes the panel. */
  helpSearch(act: HelpSearchAct): void
  /** The help panel has been opened: calls back with its search, once that is loaded. */
  needSearch(take: (create: CreateSearch) => void): void
  /** Calls back with the report form and flag mode, once they are loaded. */
  needReporting(owner: ReportingOwner, take: (reporting: Reporting) => void): void
  readPicture: ReadPicture
  /** Opens a page of the extension: walkthroughs to read, or the side panel. */
  openPage(page: HelpPage): void
  start(pack: string, walkthrough: string): void
  next(): void
  back(): void
  skip(): void
  dismiss(): void
  /** This is the record to go on in. */
  continueHere(): void
  /** Says the way back to the walkthrough. */
  goOn(): void
  /** The callout of a step has been painted and is in view. */
  shown(walkthrough: string, step: string): void
  /** A callout does not fit in this frame beside its target. */
  noRoom(): void
  dismissCompleted(): void
  /** Puts a hint away until it says something new. */
  putHintAway(pack: string, hint: string): void
  /** Shows all hints of this screen again, or puts them away. */
  setHints(isShown: boolean): void
  hideChecklist(pack: string, checklist: string, isHidden: boolean): void
  /** The person has read it. */
  announcementRead(pack: string, announcement: string): void
  /** The question has been painted and is in view. */
  surveyShown(pack: string, survey: string): void
  /** `place`: of the answer, from 1. */
  answerSurvey(pack: string, survey: string, place: number): void
  /** To be asked again another week. */
  putSurveyOff(pack: string, survey: string): void
  refuseSurvey(pack: string, survey: string): void
  /** The thanks have been seen. */
  closeSurvey(): void
  pin(pack: string, walkthrough: string, isPinned: boolean): void
  hideWalkthrough(pack: string, walkthrough: string, isHidden: boolean): void
  /** The part that the present step is of is left out from now on. */
  knowPart(): void
  /** Nothing of the walkthrough is left out any more. */
  showAllSteps(pack: string, walkthrough: string): void
  prefer(preferences: Preferences): void
  /** Not now: it stays away for this visit. */
  declineOffer(pack: string, list: PromptList, id: string): void
  /** A fault in the overlay: Handrail goes off on this page. */
  fail(error: unknown): void
}

export interface Overlay {
  /** The one element of ours in the page. */
  host: HTMLElement
  show(view: GuideView): void
  stop(): void
}

export type CreateOverlay = (
  document: Document,
  language: PickedLanguage,
  actions: GuideActions,
) => Overlay
