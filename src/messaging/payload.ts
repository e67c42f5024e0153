import * as v from 'valibot'
import { identifier } from '../vocabulary/identifier.ts'
import { markSchema } from '../vocabulary/mark.ts'
import { preferencesSchema } from '../vocabulary/preferences-schema.ts'
import { PROMPT_LISTS } from '../vocabulary/prompt-lists.ts'
import { runSchema } from '../vocabulary/run.ts'
import { lossSchema } from '../vocabulary/signal.ts'
import { PARTS } from './part.ts'
import { HELP_PAGES, type RequestName } from './protocol.ts'

/** Signals of one message, at most; the queue of a page holds no more. */
export const SIGNALS_MAX = 500
/** A pause of one day at the longest. */
export const PAUSE_MINUTES_MAX = 1440

const nothing = v.nullish(v.never())

/** The shape of every request's payload. What one signal or one setting may hold is checked later, one by one. */
export const PAYLOADS = {
  'page-setup': nothing,
  signals: v.pipe(v.array(v.unknown()), v.maxLength(SIGNALS_MAX)),
  'signals-lost': lossSchema,
  // Looked at by its own gate: what is refused there is answered, and no fault.
  note: v.record(v.string(), v.unknown()),
  'load-part': v.picklist(PARTS),
  'keep-run': v.nullish(runSchema),
  'tab-run': nothing,
  'keep-mark': markSchema,
  picture: v.strictObject({ pack: identifier, id: identifier }),
  'open-page': v.picklist(HELP_PAGES),
  'read-packs': nothing,
  'keep-preferences': preferencesSchema,
  personal: nothing,
  interrupt: v.strictObject({ pack: identifier, list: v.picklist(PROMPT_LISTS), id: identifier }),
  'tab-status': v.strictObject({ tabId: v.pipe(v.number(), v.safeInteger()) }),
  pause: v.strictObject({
    minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(PAUSE_MINUTES_MAX)),
  }),
  'access-changed': nothing,
  'toggle-help': v.strictObject({ tabId: v.pipe(v.number(), v.safeInteger()) }),
  'toggle-flags': v.strictObject({ tabId: v.pipe(v.number(), v.safeInteger()) }),
  settings: nothing,
  'save-settings': v.record(v.string(), v.unknown()),
  'reset-personal': nothing,
  'sent-log': nothing,
  queued: nothing,
  'delete-waiting': nothing,
  'sync-now': nothing,
} as const satisfies Record<RequestName, v.GenericSchema>

export type Payload<Name extends RequestName> = v.InferOutput<(typeof PAYLOADS)[Name]>
