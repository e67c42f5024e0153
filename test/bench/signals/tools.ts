import { PEERS, type Peer } from './peers.ts'

/** What a tool can say of an episode, in one set of names for all. */
export const KINDS = [
  'rage',
  'dead',
  'error',
  'slow',
  'disabled',
  'validation',
  'u-turn',
  'scroll-hunt',
  'hesitation',
  're-entry',
  'reflex-alert',
  'thrash',
] as const
export type Kind = (typeof KINDS)[number]

export type Tool = 'Handrail' | Peer
export const TOOLS: readonly Tool[] = ['Handrail', ...PEERS]

/** The tools’ own names of kinds. What is not here (presses, visits) is no friction. */
const NAMES: Readonly<Record<Tool, Readonly<Record<string, Kind>>>> = {
  Handrail: {
    rage_click: 'rage',
    dead_click: 'dead',
    error_click: 'error',
    slow_click: 'slow',
    disabled_click: 'disabled',
    validation_loop: 'validation',
    u_turn: 'u-turn',
    scroll_hunt: 'scroll-hunt',
    field_hesitation: 'hesitation',
    field_reentry: 're-entry',
    reflex_alert_dismissal: 'reflex-alert',
    thrashed_cursor: 'thrash',
  },
  'posthog-js': { $rageclick: 'rage', $dead_click: 'dead' },
  'datadog-rum': { rage_click: 'rage', dead_click: 'dead', error_click: 'error' },
  amplitude: {
    '[Amplitude] Rage Click': 'rage',
    '[Amplitude] Dead Click': 'dead',
    '[Amplitude] Error Click': 'error',
    '[Amplitude] Thrashed Cursor': 'thrash',
  },
}

export const kindOf = (tool: Tool, name: string): Kind | undefined => NAMES[tool][name]

/** Whether a tool says that it tells of this kind. */
export const claims = (tool: Tool, kind: Kind) => Object.values(NAMES[tool]).includes(kind)
