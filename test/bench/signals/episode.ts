import type { KeyInput } from 'puppeteer-core'
import type { Kind } from './tools.ts'

/** What hands do, with trusted input. Selectors are puppeteer’s; `frame`: inside the frame of that name. */
export type Act =
  | { press: string; times?: number; every?: number; frame?: string; at?: 'left' }
  | { type: string; every?: number }
  | { key: KeyInput }
  | { wait: number }
  | { hover: string }
  /** So many turns of the wheel, each of this many pixels. */
  | { wheel: number; turns?: number; every?: number }
  | { shake: number }
  | { circle: number }
  | { drag: string; by: number }
  /** The page’s maker has forgotten the handler: React finds none on the element. */
  | { unhandle: string }
  /** The server refuses what is posted from now on, or takes its time. */
  | { server: 'refuses' | 'slow' | 'well' }

/**
 * What should be told, from what the page’s maker knows. A press that fails is of two kinds, as tools
 * see either requests or the errors of scripts.
 */
export type Truth = Exclude<Kind, 'error'> | 'failed-request' | 'script-error'

/** One line of the table: a widget, and what somebody does with it. */
export interface Row {
  widget: string
  behaviour: string
  acts: readonly Act[]
  /** Left out: ordinary use. */
  truth?: readonly Truth[]
  /** Kinds that are not wrong here, and not asked for. */
  allowed?: readonly Kind[]
  /** Rest after it, in ms, where an answer takes longer than the usual rest. */
  rest?: number
}

/** One row with its small differences: how quick, how often, on which page. */
export interface Episode extends Row {
  id: string
  address: string
}
