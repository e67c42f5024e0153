import { batch, signal } from '@preact/signals'
import type { ChannelStatus, DeliveryStatus, SentBatch } from '../messaging/protocol.ts'
import type { AskWorker } from '../page-kit/ask-worker.ts'
import { messageOf } from '../page-kit/message-of.ts'

/** What was sent, what waits, and how the channel and the sending of records stand. */
export function createRecords(ask: AskWorker, tabId: () => Promise<number>) {
  const log = signal<SentBatch[]>()
  const logFailure = signal<string>()
  const delivery = signal<DeliveryStatus>()
  const channel = signal<ChannelStatus>()
  const deleted = signal<number>()
  const queued = signal<string[]>([])
  const pausedUntil = signal<number>()
  const failure = signal<string>()
  const isChecking = signal(false)
  const checks = signal(0)

  const loadLog = async () => {
    try {
      log.value = await ask('sent-log', undefined)
      logFailure.value = undefined
    } catch (error) {
      logFailure.value = messageOf(error)
    }
  }
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act()
      failure.value = undefined
    } catch (error) {
      failure.value = messageOf(error)
    }
  }
  const loadStanding = () =>
    attempt(async () => {
      const [status, { lines }] = await Promise.all([
        ask('tab-status', { tabId: await tabId() }),
        ask('queued', undefined),
      ])
      batch(() => {
        queued.value = lines
        pausedUntil.value = status.pausedUntil
        delivery.value = status.delivery
        channel.value = status.channel
      })
    })

  return {
    log,
    logFailure,
    delivery,
    channel,
    deleted,
    /** What waits, a line each. */
    queued,
    pausedUntil,
    failure,
    isChecking,
    /** How often the person has had the channel checked: each time is worth saying. */
    checks,
    loadStanding,
    load: async () => {
      await Promise.all([loadLog(), loadStanding()])
    },
    async syncNow() {
      if (isChecking.value) return
      isChecking.value = true
      await attempt(async () => {
        const answer = await ask('sync-now', undefined)
        batch(() => {
          delivery.value = answer.delivery
          channel.value = answer.channel
          checks.value += 1
        })
        await loadLog()
      })
      isChecking.value = false
    },
    /** 0 ends the pause. */
    pause: (minutes: number) =>
      attempt(async () => {
        await ask('pause', { minutes })
        await loadStanding()
      }),
    deleteWaiting: () =>
      attempt(async () => {
        deleted.value = await ask('delete-waiting', undefined)
        await loadStanding()
      }),
  }
}

export type RecordsModel = ReturnType<typeof createRecords>
