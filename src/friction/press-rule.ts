import type { SignalKind } from './detector.ts'
import type { Episode } from './episodes.ts'

/** Which signal an episode of presses is, by one rule; nothing where it is none of its. */
export type PressRule = (episode: Episode) => SignalKind | undefined
