import { createDelivery } from '../../../src/background/delivery.ts'
import { mergeSettings } from '../../../src/background/settings.ts'
import { createDurableStore } from '../../../src/outbox/durable-store.ts'
import { createMemoryStore } from '../../../src/outbox/memory-store.ts'
import { createOutbox } from '../../../src/outbox/outbox.ts'
import { createGate } from '../../../src/privacy/gate.ts'
import { createNoteGate } from '../../../src/privacy/note-gate.ts'
import { createNotePoster, createPoster } from '../../../src/transport/post-batch.ts'
import type { PageNote } from '../../../src/vocabulary/note.ts'
import type { Pack } from '../../../src/vocabulary/pack.ts'
import type { Signal } from '../../../src/vocabulary/signal.ts'
import { unpacked } from './sent.ts'

const SETTINGS = mergeSettings(
  {
    ...{ telemetry: 'on', collectorUrl: 'https://c.example.org', collectorToken: 'secret-token' },
    ...{ wireframes: 'on' },
  },
  {},
).effective

/** What the worker does with a page's signals and notes, from the gate to the bytes of the requests. */
export function createTwinWorker(packs: readonly Pack[]) {
  const bodies: string[] = []
  const now = Date.now
  const fetch = async (_url: unknown, init?: RequestInit) => {
    bodies.push(unpacked(init?.body as Uint8Array))
    return Response.json({})
  }
  const outbox = createOutbox({
    store: createDurableStore({
      open: async () => createMemoryStore(),
      remove: async () => {},
      fallback: createMemoryStore,
      report: () => {},
    }),
    now,
    uuid: () => crypto.randomUUID(),
    random: () => 0.5,
  })
  const posting = { fetch, now, version: '1.0.0' }
  const delivery = createDelivery({
    outbox,
    post: createPoster(posting),
    postNote: createNotePoster(posting),
    withLock: (act) => act(),
    now,
    random: () => 0.5,
  })
  const gate = createGate(packs)
  const noteGate = createNoteGate(packs, { comments: false, wireframes: true, language: 'en' })
  return {
    async signals(raw: readonly Signal[]): Promise<string[]> {
      const accepted = raw.flatMap((signal) => {
        const subject = gate(signal)
        return subject === undefined ? [] : [{ uid: signal.uid, subject }]
      })
      await outbox.accept(accepted, {})
      return raw.map(({ uid }) => uid)
    },
    async note(raw: PageNote): Promise<boolean> {
      const note = noteGate(raw)
      if (note === undefined) return false
      await outbox.notes.accept(note)
      return true
    },
    /** Sends all that waits; the bodies of the requests. */
    async sent(): Promise<string[]> {
      await delivery.flush(SETTINGS)
      return bodies
    },
  }
}
