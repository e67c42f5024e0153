import { COUNT_BUCKETS } from './bucket.ts'
import type { Entry } from './dictionary-entry.ts'
import { SEARCH_OUTCOMES } from './signal-outcomes.ts'

const ofElement = {
  class: 'friction',
  required: ['screen'],
  optional: ['target', 'role', 'region'],
  counts: COUNT_BUCKETS,
  sensitivity: 'interaction',
  retention: 'tallied',
} as const

const ofScreen = { ...ofElement, optional: [] } as const

/** Friction that the interface itself shows (friction-signals.md §2). */
export const FRICTION_SIGNALS = {
  rage_click: {
    ...ofElement,
    label: 'Rage click',
    meaning: 'Four or more presses on one control within a second, and nothing came of them',
    version: 1,
    per: 'press',
    validation:
      'Tested to be none: presses that were answered; steppers, calendars, time pickers, pagers, carousels, plus, minus and zoom; text selected by two or three presses; scrolling; text fields; presses by script or with a modifier. Pagers, steppers and zoom are known by markup and by English names only.',
  },
  dead_click: {
    ...ofElement,
    label: 'Dead click',
    meaning: 'A press on something that looks interactive, and nothing happened for three seconds',
    version: 3,
    per: 'press',
    validation:
      'Tested to be none: links that are followed, or lead where that can’t be seen (another tab, frame or program); downloads, selects, text and file inputs, editable text, canvas, audio and video; menus that open on pointer down; popovers; checkboxes; animations; rules that a script adds to a style sheet; the press that brings a tab back; text that is copied; a press outside a dialog; what is in the state already. A clock, a live tile, a progress bar and a poll, known by its beat from its third call on, hide none; nor does a class, a style or a ripple that a control shows of its press and takes back within a second, nor the focus that a press gives its frame. A control that lies in what changes by itself is not judged. An answer that is only drawn (canvas, a style rule that is changed in its place) can’t be seen. Since version 2 an answer after three to seven seconds is a slow response instead. Since version 3 links with nothing behind them count.',
  },
  slow_click: {
    ...ofElement,
    label: 'Slow response',
    meaning: 'The first response to a press came after three to seven seconds',
    version: 1,
    per: 'press',
    validation:
      'Tested to be none: an answer within three seconds; links, of which the browser shows that they load; a change by a clock, live tile or poll; what another press, typing or hovering brought. A spinner counts as an answer, as it is one to the person.',
  },
  disabled_click: {
    ...ofElement,
    label: 'Press on what is disabled',
    meaning: 'Two or more presses on a disabled control within five seconds',
    version: 2,
    per: 'press',
    validation:
      'Tested to be none: a single press; two presses further apart; a control that was enabled at one of them. A habitual double press counts, as the control answers neither. Since version 2 controls that let the pointer through to what is around them count.',
  },
  error_click: {
    ...ofElement,
    label: 'Press that failed',
    meaning: 'A request that began within two seconds of a press failed',
    version: 2,
    per: 'press',
    validation:
      'Tested to be none: requests that were called off; polls that were seen twice before (with a beat) or three times in a minute (without), told apart from what else is asked of the same address by its beat and by the names in its query; requests that began before or later; presses before the last one; pictures, styles and scripts. A request without an answer counts only while the browser says that it is offline: else it can’t be told from one that the app called off, or from another site’s. That a request belongs to the press is inferred from time. Since version 2 presses right after typing are judged too.',
  },
  validation_loop: {
    ...ofElement,
    label: 'Validation loop',
    meaning: 'The same field was refused at two or more submits within a minute',
    version: 1,
    validation:
      'Tested to be none: one submit with several events; quick repeats of the submit button; other fields each time; refusals while typing; another screen. Seen only where the browser checks, or the app marks fields as invalid.',
  },
  u_turn: {
    ...ofScreen,
    label: 'U-turn',
    meaning: 'Somebody opened this screen and went straight back without doing anything there',
    version: 1,
    validation:
      'Tested to be none: dialogs; redirects; longer looks; edits, copies and saves; a third screen; a screen that no rule knows in between. A quick look that told all that was wanted counts too: compare screens, not numbers.',
  },
  scroll_hunt: {
    ...ofScreen,
    label: 'Scroll hunt',
    meaning:
      'Six or more turns of scrolling over three or more screenfuls within 20 seconds, without a press, and more than is usual on this screen',
    version: 1,
    validation:
      'Tested to be none: one way to the end; scrolling by the app; sideways scrolling; trembling within one screenful; a press in between; what is usual on the screen. What is usual is learned in each page anew. Scrolling by keys is not heard.',
  },
  field_hesitation: {
    ...ofElement,
    label: 'Hesitation at a field',
    meaning:
      'More than eight seconds, and more than is usual, from entering a field to typing in it',
    version: 1,
    validation:
      'Tested to be none: a field that the app itself gave the focus; time in another tab or window; fields that nothing is typed into; what is usual for the field; choices that need no typing. Time spent asking a patient counts, as it can’t be told apart.',
  },
  field_reentry: {
    ...ofElement,
    label: 'Field changed again',
    meaning: 'One field was changed, left and changed again three or more times in a visit',
    version: 1,
    validation:
      'Tested to be none: search fields; checkboxes and radio buttons; scan fields; corrections without leaving; fields used anew after each save; other fields.',
  },
  form_abandon: {
    ...ofScreen,
    label: 'Form left',
    meaning:
      'Something was entered, the screen was left unsaved, and nobody came back for half an hour',
    version: 1,
    validation:
      'Tested to be none: forms that were saved or sent; requests after the last entry, which may have saved it; search fields; a return. Seen only while the page itself stays, as it does in apps of one page. A request of any kind counts as saving, so some are missed.',
  },
  thrashed_cursor: {
    ...ofScreen,
    label: 'Thrashed cursor',
    meaning: 'The pointer was shaken in a small space: four or more sharp turns within two seconds',
    version: 1,
    optIn: 'policy',
    validation:
      'Off by default. Splunk’s published score and weights; no precision is known. Tested to be none: straight and slow movement, wide sweeps, drawing and dragging.',
  },
  help_search_miss: {
    ...ofScreen,
    label: 'Search in the help that missed',
    meaning: 'A search in Handrail’s own help found nothing, or nothing that it found was opened',
    version: 1,
    outcomes: SEARCH_OUTCOMES,
    validation:
      'Tested to be none: what is found while somebody is still typing; one search that was refined; a result that was opened. What was searched for is never kept.',
  },
} as const satisfies Record<string, Entry>
