import { RETENTION_DAYS } from '../vocabulary/dictionary-entry.ts'

const DAY_MS = 86_400_000
/** What is older is dropped and counted: the collector's de-duplication window is longer than this. */
export const RECORD_AGE_MAX_MS = RETENTION_DAYS.queue * DAY_MS
/** JSON bytes of the records that wait, at most; the oldest go first. */
export const RECORD_BYTES_MAX = 8 * 1024 * 1024
/** How long a re-sent signal is known again, in hours. */
export const SEEN_HOURS = 24
/** How long a flusher has a batch before another may take it: three times the request's time-out. */
export const LEASE_MS = 60_000
/** Records of one batch, at most. */
export const BATCH_RECORDS_MAX = 200
/** The 'what was sent' log keeps this many batches, and none older than `LOG_AGE_MAX_MS`. */
export const LOG_BATCHES_MAX = 200
export const LOG_AGE_MAX_MS = RETENTION_DAYS.log * DAY_MS
/** Comments and wireframes that wait, at most. */
export const NOTES_MAX = 50
