import type {
  CalloutView,
  ElsewhereView,
  GuideView,
  Offer,
  RecordPauseView,
  WaitingView,
} from './guide.ts'

/** The name of the side panel's port to the page that it follows. */
export const SIDE_PORT = 'side'

/** A step as the side panel has it: words of the pack, and nothing of the page. */
export type SideStep = Omit<
  CalloutView,
  'target' | 'placement' | 'isInDoubt' | 'isRingOnly' | 'isForFrame' | 'isPassive'
>

/** What the side panel shows of a page. */
export interface SideView {
  appName: string
  screenTitle: string | undefined
  step: SideStep | undefined
  waiting: WaitingView | undefined
  elsewhere: ElsewhereView | undefined
  recordPause: RecordPauseView | undefined
  completed: string | undefined
  offers: Offer[]
  /** The app wants the person's whole attention. */
  isSilent: boolean
}

/** What the side panel asks of the page. */
export type SideAct =
  | { act: 'next' | 'back' | 'skip' | 'dismiss' | 'dismissCompleted' }
  | { act: 'continueHere' | 'goOn' | 'knowPart' }
  | { act: 'start'; pack: string; walkthrough: string }
  /** It has been painted there. */
  | { act: 'shown'; walkthrough: string; step: string }

/** What of the page's view is for the side panel. Plain data: it goes from one process to another. */
export function sideViewOf(view: GuideView): SideView {
  const { appName, screen, waiting, elsewhere, recordPause, completed, offers, isSilent } = view
  return {
    appName,
    screenTitle: screen?.title,
    step: view.callout && stepOf(view.callout),
    waiting,
    elsewhere,
    recordPause,
    completed,
    offers,
    isSilent,
  }
}

function stepOf(callout: CalloutView): SideStep {
  const { target, placement, isInDoubt, isRingOnly, isForFrame, isPassive, ...step } = callout
  return step
}
