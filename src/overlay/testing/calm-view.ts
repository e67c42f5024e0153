import { PREFERENCE_DEFAULTS } from '../../vocabulary/preferences.ts'
import type { GuideView } from '../guide.ts'

/** A page of which nothing is to be said. */
export const calmView: GuideView = {
  isFrame: false,
  screen: { id: 'list', title: 'List' },
  appName: 'EHR',
  noCover: [],
  offers: [],
  callout: undefined,
  waiting: undefined,
  elsewhere: undefined,
  recordPause: undefined,
  completed: undefined,
  hints: [],
  hintCounts: { all: 0, away: 0 },
  checklists: [],
  helpPresses: 0,
  flagPresses: 0,
  readings: [],
  news: [],
  prompt: undefined,
  settings: { ...PREFERENCE_DEFAULTS, hidden: [], shortened: [] },
  telemetry: true,
  isSilent: false,
}
