import { pageRuntime } from '../browser/runtime.ts'
import { isAnswer } from './envelope.ts'
import type { RequestName, Requests } from './protocol.ts'

/**
 * Asks the worker and resolves to its answer. Rejects with the worker's own sentence where it
 * refuses, and with the browser's where there is no worker ('Extension context invalidated').
 */
export async function request<Name extends RequestName>(
  name: Name,
  payload: Requests[Name]['request'],
): Promise<Requests[Name]['response']> {
  const answer: unknown = await pageRuntime().sendMessage({ name, payload })
  if (!isAnswer(answer)) throw new Error('Handrail’s worker did not answer. Reload the page.')
  if (!answer.ok) throw new Error(answer.message)
  return answer.value as Requests[Name]['response']
}
