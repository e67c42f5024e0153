import type { Outbox } from '../outbox/outbox.ts'
import { createGate } from '../privacy/gate.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import { isTelemetryOn, sourceOf } from './delivery.ts'
import type { Effective } from './settings.ts'

interface Options {
  outbox: Pick<Outbox, 'accept'>
  effective: () => Promise<Effective>
  packs: (now: Effective) => Promise<readonly Pack[]>
  uuid: () => string
}

/** Counts the end of a walkthrough whose tab was closed. */
export function createAbandoned({ outbox, effective, packs, uuid }: Options) {
  return async function abandoned(run: Run): Promise<void> {
    const now = await effective()
    const pack = (await packs(now)).find(({ id }) => id === run.pack)
    if (!isTelemetryOn(now) || pack === undefined) return
    const uid = uuid()
    const subject = createGate([pack])({
      uid,
      kind: 'walkthrough',
      app: pack.app.id,
      walkthrough: run.walkthrough,
      outcome: 'abandoned',
    })
    if (subject !== undefined) await outbox.accept([{ uid, subject }], sourceOf(now))
  }
}
