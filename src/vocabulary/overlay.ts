import * as v from 'valibot'
import { articleSchema } from './article.ts'
import { overlayAudienceSchema } from './audience.ts'
import { identifier } from './identifier.ts'
import { type Pack, packParts } from './pack.ts'
import { pictureSchema } from './picture.ts'

export const OVERLAY_FORMAT = 'handrail.overlay/1'

const { list, target, step, walkthrough, hint, checklist, announcement, texts } = packParts

/** A step of an overlay: it can neither lead past steps of the base nor end their walkthrough. */
const addedStep = v.strictObject({
  ...v.omit(step, ['branch', 'missing']).entries,
  missing: v.optional(v.picklist(['wait', 'skip']), 'wait'),
})

const addition = v.strictObject({
  walkthrough: identifier,
  /** The step after which they stand; without one, they come first. */
  after: v.optional(identifier),
  steps: v.pipe(v.array(addedStep), v.minLength(1), v.maxLength(20)),
})

const order = v.strictObject({
  walkthrough: identifier,
  /** These steps change places among themselves; others stay where they are. */
  steps: v.pipe(v.array(identifier), v.minLength(2), v.maxLength(60)),
})

/** What a department adds to a pack, and how it words and orders what the pack does not lock. */
export const overlaySchema = v.strictObject({
  format: v.literal(OVERLAY_FORMAT),
  id: identifier,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The pack that it is laid over. */
  extends: identifier,
  /** Of several overlays the lower come first, so that the highest has the last word. */
  precedence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 50),
  audience: v.optional(overlayAudienceSchema),
  targets: list(target, 500),
  walkthroughs: list(walkthrough, 100),
  hints: list(hint, 100),
  checklists: list(checklist, 20),
  announcements: list(announcement, 50),
  articles: list(articleSchema, 100),
  pictures: list(pictureSchema, 20),
  additions: list(addition, 100),
  orders: list(order, 100),
  /** By the keys of the base's texts: in its own language other words, in another one a translation. */
  texts,
})

export type Overlay = v.InferOutput<typeof overlaySchema>
/** Whether it is laid over another pack. */
export function isOverlay(pack: Pack | Overlay): pack is Overlay {
  return pack.format === OVERLAY_FORMAT
}
export type OverlaySource = v.InferInput<typeof overlaySchema>
