import type { RequestName, Requests } from '../messaging/protocol.ts'

/** Asks the worker and gives its answer; rejects where the worker can't be reached. */
export type AskWorker = <Name extends RequestName>(
  name: Name,
  payload: Requests[Name]['request'],
) => Promise<Requests[Name]['response']>
