import { signal } from '@preact/signals'
import type { AskWorker } from '../page-kit/ask-worker.ts'
import { messageOf } from '../page-kit/message-of.ts'

/** What the person has changed in the help panel, to be taken back as a whole. */
export function createPersonalReset(ask: AskWorker) {
  const outcome = signal<{ isDone: boolean; message: string }>()
  return {
    outcome,
    async reset(): Promise<void> {
      try {
        await ask('reset-personal', undefined)
        outcome.value = { isDone: true, message: '' }
      } catch (error) {
        outcome.value = { isDone: false, message: messageOf(error) }
      }
    },
  }
}
