import type { Anchor } from '../vocabulary/evidence.ts'
import type { Screen, Target } from '../vocabulary/pack.ts'

/** What one look at the page is to tell. */
export interface ProbeRequest {
  screens: readonly Screen[]
  targets: readonly Pick<Target, 'id' | 'anchor'>[]
  /** Whether to try repaired recipes, which costs more than the look. */
  isRepairing: boolean
}

/** A piece of evidence that no longer holds. `of` is the recipe's own words, never the page's. */
export interface LostPiece {
  piece:
    | 'role'
    | 'name'
    | 'label'
    | 'attribute'
    | 'holds'
    | 'holder'
    | 'icon'
    | 'within'
    | 'near'
    | 'path'
    | 'inside'
    | 'shadow'
  of?: string
}

/** Evidence by which a candidate keeps the meaning of the recipe that missed it. */
export type Kept = 'words' | 'attribute' | 'place'

/** A recipe that was tried on the page, or why there is none. */
export type Repair = { ok: true; anchor: Anchor; kept: Kept[] } | { ok: false; message: string }

/** What came of one target: `moved` is found, by less than the whole of its recipe. */
export interface Sighting {
  id: string
  state: 'found' | 'moved' | 'ambiguous' | 'missing'
  lost: LostPiece[]
  /** How many could be meant, where that is not one. */
  candidates: number
  repairs: Repair[]
}

/** What a look tells: ids of the pack, pieces of its recipes, and recipes. JSON. */
export interface ProbeAnswer {
  /** The id of the screen; undefined where it is unknown. */
  screen?: string
  sightings: Sighting[]
}
