import type { ProbeAnswer, ProbeRequest } from '../../probe/sighting.ts'
import type { Anchor } from '../../vocabulary/evidence.ts'
import type { NotReached } from './verdict.ts'

/** The one tab in which the app is looked at; tests give their own. */
export interface AppPage {
  /** Opens a path and waits for the network to calm down. Gives why it did not open, if so. */
  open: (path: string) => Promise<NotReached | undefined>
  /** Undefined where the page is just being replaced. */
  look: (request: ProbeRequest) => Promise<ProbeAnswer | undefined>
  /** Presses the middle of a target with the mouse; false where it is not there. */
  press: (anchor: Anchor) => Promise<boolean>
}
