import type { Pack } from '../../vocabulary/pack.ts'
import type { PackFault } from '../../vocabulary/pack-fault.ts'
import { announcementDays } from './announcement-days.ts'
import { audiences } from './audiences.ts'
import { calloutLength } from './callout-length.ts'
import { checklistScreens } from './checklist-screens.ts'
import { hiddenCharacters } from './hidden-characters.ts'
import { hintPlaces } from './hint-places.ts'
import { linkWords } from './link-words.ts'
import { lockedSteps } from './locked-steps.ts'
import { newRecord } from './new-record.ts'
import { offerDays } from './offer-days.ts'
import { reachableSteps } from './reachable-steps.ts'
import { reviewDue } from './review-due.ts'
import type { LintRule } from './rule.ts'
import { screenEvidence } from './screen-evidence.ts'
import { screenExamples } from './screen-examples.ts'
import { signalNames } from './signal-names.ts'
import { stepAdvance } from './step-advance.ts'
import { taskEnds } from './task-ends.ts'
import { unusedPictures } from './unused-pictures.ts'
import { weakAnchors } from './weak-anchors.ts'

const RULES: readonly LintRule[] = [
  screenEvidence,
  screenExamples,
  stepAdvance,
  lockedSteps,
  newRecord,
  reachableSteps,
  hintPlaces,
  checklistScreens,
  announcementDays,
  audiences,
  offerDays,
  signalNames,
  taskEnds,
  linkWords,
  unusedPictures,
  hiddenCharacters,
  weakAnchors,
  calloutLength,
  reviewDue,
]

/** What the rules say of a pack that has no fault of form or reference. */
export function lintFaults(pack: Pack, now: Date): PackFault[] {
  return RULES.flatMap((rule) => rule(pack, now))
}
