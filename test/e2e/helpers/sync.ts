import { askWorker } from '../../../demo/browser/settings.ts'
import type { ChannelStatus, DeliveryStatus } from '../../../src/messaging/protocol.ts'
import type { Session } from './session.ts'

/** Fetches the channel and sends what waits, and says how that went. */
export function syncStatus({ loaded }: Session) {
  return askWorker<{ delivery: DeliveryStatus; channel: ChannelStatus }>(loaded, 'sync-now')
}
