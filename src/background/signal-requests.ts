import type { Handlers } from '../messaging/answer.ts'
import type { AcceptedSignal } from '../outbox/accept.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { describeTally } from '../privacy/describe.ts'
import { describeNote } from '../privacy/describe-note.ts'
import { createGate } from '../privacy/gate.ts'
import { createNoteGate } from '../privacy/note-gate.ts'
import { buildTally } from '../privacy/tally.ts'
import type { ChannelFollower } from './channel.ts'
import type { Control } from './control.ts'
import { isTelemetryOn, sourceOf } from './delivery.ts'
import { reportingOf } from './reporting-policy.ts'

interface Options {
  control: Pick<Control, 'effective' | 'packsAt' | 'signalsKept'>
  channel: Pick<ChannelFollower, 'packs'>
  outbox: Outbox
  /** The browser's own language, where no setting says another. */
  language: string
}

type SignalRequests = Pick<
  Handlers,
  'signals' | 'note' | 'signals-lost' | 'sent-log' | 'queued' | 'delete-waiting'
>

const uidOf = (raw: unknown) =>
  typeof raw === 'object' && raw !== null && 'uid' in raw && typeof raw.uid === 'string'
    ? [raw.uid]
    : []

/** What pages hand over to be counted and sent, and what the person is told of it. */
export function createSignalRequests(options: Options): SignalRequests {
  const { control, channel, outbox } = options

  const wording = async () => {
    const now = await control.effective()
    return { packs: await channel.packs(now), locale: now.locale ?? options.language }
  }

  return {
    async signals(raw, { url }) {
      // What is refused is answered too, or the page would send it for ever.
      const done = raw.flatMap(uidOf)
      const now = await control.effective()
      if (!isTelemetryOn(now)) return done
      const gate = createGate(await control.packsAt(url, now))
      const accepted = raw.flatMap((signal): AcceptedSignal[] => {
        const subject = gate(signal)
        return subject === undefined ? [] : uidOf(signal).map((uid) => ({ uid, subject }))
      })
      if (accepted.length > 0) {
        await outbox.accept(accepted, sourceOf(now))
        await control.signalsKept()
      }
      return done
    },

    async note(raw, { url }) {
      const now = await control.effective()
      if (!isTelemetryOn(now)) return false
      const language = now.locale ?? options.language
      const gate = createNoteGate(await control.packsAt(url, now), {
        ...reportingOf(now),
        language,
      })
      const note = gate(raw)
      if (note === undefined) return false
      await outbox.notes.accept(note)
      await control.signalsKept()
      return true
    },

    async 'signals-lost'(loss) {
      if (isTelemetryOn(await control.effective())) {
        await outbox.acceptLoss(loss)
        await control.signalsKept()
      }
      return true
    },

    async 'sent-log'() {
      const words = await wording()
      return (await outbox.log()).map((sent) => ({
        ...sent,
        lines: [
          ...sent.tallies.map((tally) => describeTally(tally, words)),
          ...(sent.note ? [describeNote(sent.note, words)] : []),
        ],
      }))
    },

    async queued() {
      const words = await wording()
      const { cells, tallies, notes } = await outbox.queued()
      const source = { ...sourceOf(await control.effective()), uuid: () => crypto.randomUUID() }
      const open = cells.flatMap((cell) => buildTally(cell, undefined, source) ?? [])
      return {
        lines: [
          ...[...tallies, ...open].map((tally) => describeTally(tally, words)),
          ...notes.map((note) => describeNote(note, words)),
        ],
      }
    },

    'delete-waiting': () => outbox.purge(),
  }
}
