import { isExtensionAlive, pageRuntime } from '../browser/runtime.ts'
import { isAnswer } from './envelope.ts'
import type { RequestName, Requests } from './protocol.ts'

/** Browsers end a worker whenever they like, in the middle of an answer too; the next message starts it anew. */
const ASK_AGAIN_MS = 200

async function ask(message: { name: RequestName; payload: unknown }): Promise<unknown> {
  try {
    const answer: unknown = await pageRuntime().sendMessage(message)
    if (answer !== undefined) return answer
  } catch (error) {
    if (!isExtensionAlive()) throw error
  }
  await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  return pageRuntime().sendMessage(message)
}

/**
 * Asks the worker, once more where it has ended before it could answer: a request may come twice. Resolves to
 * its answer. Rejects with the worker's own sentence where it refuses, and with the browser's where there is
 * no worker ('Extension context invalidated').
 */
export async function request<Name extends RequestName>(
  name: Name,
  payload: Requests[Name]['request'],
): Promise<Requests[Name]['response']> {
  const answer = await ask({ name, payload })
  if (!isAnswer(answer)) throw new Error('Handrail’s worker did not answer. Reload the page.')
  if (!answer.ok) throw new Error(answer.message)
  return answer.value as Requests[Name]['response']
}
