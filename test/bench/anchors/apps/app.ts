import type { Page } from 'puppeteer-core'
import type { Side, Step } from '../truth.ts'

/** One release of an app, being served. */
export interface ServedApp {
  origin: string
  stop(): Promise<void>
}

/** How the bench serves an app and gets past its front door. */
export interface BenchApp {
  serve(side: Side): Promise<ServedApp>
  /** Before the first screen, once per page: signs in. */
  prepare?(page: Page, served: ServedApp): Promise<void>
  /** Fills in what steps name by a variable. */
  resolve?(step: Step): Step
  /** What no recipe may hold: names and numbers of the made-up patients. */
  canaries?: readonly string[]
}
