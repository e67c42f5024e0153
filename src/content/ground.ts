import type { Change } from '../anchors/change.ts'
import type { Part } from '../messaging/part.ts'
import type { HelpPage, PageSetup, PersonalState, TabRun } from '../messaging/protocol.ts'
import type { Pointed } from '../overlay/guide.ts'
import type { ReadPicture } from '../overlay/picture.tsx'
import type { Mark } from '../vocabulary/mark.ts'
import type { PageNote } from '../vocabulary/note.ts'
import type { Preferences } from '../vocabulary/preferences.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import type { VisitBudget } from '../walkthroughs/interruptions.ts'
import type { Prompt } from '../walkthroughs/prompts.ts'
import type { Guard } from './guard.ts'
import type { HoldKind, HoldPort } from './hold.ts'
import type { Sight } from './lookout.ts'
import type { HeldRecord } from './record-watch.ts'
import type { Clock } from './sensing/sensor.ts'
import type { SidePort } from './side.ts'

/** What the sensor, which every page loads, lends to the guidance, which is loaded when there is any. */
export interface Ground {
  page: Window & typeof globalThis
  setup: PageSetup
  /** Whether this is a frame within a page. */
  isFrame: boolean
  clock: Clock
  guard: Guard
  emit: (signal: Omit<Signal, 'uid'>) => void
  keep: (run: Run | undefined) => void
  keepMark: (mark: Mark) => void
  readPicture: ReadPicture
  /** Opens a page of the extension. */
  openPage: (page: HelpPage) => void
  /** Of this document. */
  record: HeldRecord
  /** Hands a comment or a wireframe to the worker; whether it is kept. */
  sendNote: (note: PageNote) => Promise<boolean>
  keepPreferences: (preferences: Preferences) => void
  /** Of this visit of the page. */
  budget: VisitBudget<Prompt>
  /** Opens the port that says: this frame shows the present step's screen. */
  hold: (kind: HoldKind) => HoldPort
  /** Opens the port that says: somebody types in this frame. */
  type: () => HoldPort
  /** Takes a look at once, which comes back through `Guidance.look`. */
  lookNow: () => void
  /** Names an element for the wire, by the last look. */
  nameElement: (element: Element) => Pointed
  /** Asks the worker to put a part's script into this frame; false where it could not. */
  load: (part: Part) => Promise<boolean>
  fail: (error: unknown) => void
  signal: AbortSignal
}

/**
 * What changes ask for without delay: a look, or, where they only concern what a step points at, a glance
 * at that.
 */
export type Concern = 'look' | 'glance'

/** Walkthroughs, hints, checklists and announcements on one page or frame, until the signal ends it. */
export interface Guidance {
  /** Handrail's element in the page, where anything was drawn. */
  host(): HTMLElement | undefined
  /** Takes in what a look has told, and draws. */
  look(sight: Sight): void
  /** Takes in what the worker says of the tab's walkthrough, and draws. */
  take(tab: TabRun): void
  /** Opens the help panel, or closes it. */
  toggleHelp(): void
  /** Opens the flag mode, or leaves it. */
  toggleFlags(): void
  /** A side panel follows this page. */
  side(port: SidePort): void
  /** Takes in what the person has put away, done or changed elsewhere, and draws. */
  takePersonal(state: PersonalState): void
  /** Every change of the page, at once: for an alert that it brings up nothing waits for a look. */
  alerted(changes: readonly Change[]): void
  /** Changes of the page that are looked at later: what they put in doubt is not pointed at meanwhile. */
  delayed(changes: readonly Change[]): void
  /** Whether changes concern what is pointed at, or may have brought what is waited for. */
  concernOf(changes: readonly Change[]): Concern | undefined
  /**
   * Takes in a glance: whether all that it tells of the step that is shown is as it was. Where it is not,
   * a look is due.
   */
  glance(sight: Sight): boolean
}

export type CreateGuidance = (ground: Ground) => Guidance
