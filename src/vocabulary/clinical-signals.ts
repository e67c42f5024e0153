import { COUNT_BUCKETS } from './bucket.ts'
import type { Entry } from './dictionary-entry.ts'
import {
  LATE_OUTCOMES,
  REACHED_OUTCOMES,
  TASK_PRESSES,
  TRANSCRIPTION_OUTCOMES,
  WORKAROUND_OUTCOMES,
} from './signal-outcomes.ts'

const shared = {
  required: ['screen'],
  counts: COUNT_BUCKETS,
  sensitivity: 'practice',
  retention: 'tallied',
} as const

const ofElement = ['target', 'role', 'region'] as const

/** What clinical work shows, all of it from what the interface does (friction-signals.md §2). */
export const CLINICAL_SIGNALS = {
  reflex_alert_dismissal: {
    ...shared,
    class: 'friction',
    label: 'Alert closed at once',
    meaning: 'An alert that the pack names, or an alert dialog, was closed within three seconds',
    version: 1,
    optional: ofElement,
    validation:
      'Elias 2019: 67 % of inpatient and 39 % of outpatient alerts. Tested to be none: alerts that close by themselves; alerts that are open longer; an alert that is drawn anew. Closing by Escape is not heard. An alert that is known well is read quickly: compare alerts, judge nobody.',
  },
  shadow_transcription: {
    ...shared,
    class: 'friction',
    label: 'Carried over another window',
    meaning:
      'Something was copied, the tab was away, and on return something was pasted or typed into a field',
    version: 1,
    optional: ofElement,
    outcomes: TRANSCRIPTION_OUTCOMES,
    validation:
      'No precision is known. Tested to be none: copy and paste without leaving; leaving without copying; a glance away; what is entered more than half a minute after the return. That what was typed is what was copied is not known, as neither is read.',
  },
  paste_heavy_note: {
    ...shared,
    class: 'measure',
    label: 'Paste into a note',
    meaning: 'Something was pasted into a field that the pack names as a note',
    version: 1,
    optional: ofElement,
    validation:
      'Steinkamp 2022: half of the text of notes is duplicated. How much is pasted is not known, as it is not read. Tested to be none: pasting elsewhere; typing.',
  },
  workaround_step: {
    ...shared,
    class: 'friction',
    label: 'Required step worked around',
    meaning:
      'A step that the pack marks as required was left out or done late, or a scan field was typed into',
    version: 1,
    optional: ofElement,
    outcomes: WORKAROUND_OUTCOMES,
    validation:
      'Workarounds in medication scanning went with OR 3.06 for administration errors (Dutch BCMA study). Tested to be none: the order of the pack; a screen that is left in between; a scanner, which types faster than people; a paste. Whether a step was done elsewhere is not known.',
  },
  context_switching: {
    ...shared,
    class: 'measure',
    label: 'Switches between records and inbox',
    meaning: 'Switches among patients’ charts and the inbox within ten minutes',
    version: 1,
    optional: [],
    outcomes: REACHED_OUTCOMES,
    validation:
      'Moy: 1.4 switches a minute. Tested to be none: screens of one chart; other screens in between; a banner that is drawn piece by piece. Whether it is the same patient is one comparison in the page’s memory, and is kept nowhere.',
  },
  late_entry: {
    ...shared,
    class: 'measure',
    label: 'Entered after the fact',
    meaning: 'A time field that the pack names was set to a time before now',
    version: 1,
    optIn: 'policy or pack',
    optional: ofElement,
    outcomes: LATE_OUTCOMES,
    validation:
      'Off by default. Winden 2014: 16 to 33 minutes on average. Reads the time of that one field, keeps how long ago in four steps, and nothing of it. Tested to be none: times ahead; empty fields; dates without a time; several changes of one entry count once.',
  },
  clicks_per_task: {
    ...shared,
    class: 'measure',
    sensitivity: 'interaction',
    label: 'Presses of a task',
    meaning: 'Presses from the first screen of a task to its end',
    version: 1,
    per: 'task',
    required: ['task'],
    optional: [],
    outcomes: TASK_PRESSES,
    validation:
      'More presses are not worse by themselves: in an eye-tracking study (n=39) they went with better error recognition. Tested to be none: tasks that are not ended; what is done already. Work that is interrupted counts its presses too.',
  },
} as const satisfies Record<string, Entry>
