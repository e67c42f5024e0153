import type { RequestName, Requests } from './protocol.ts'

/** A request as it travels: `runtime.sendMessage` carries exactly this. */
export interface Envelope<Name extends RequestName = RequestName> {
  name: Name
  payload?: Requests[Name]['request']
}

/** Every answer of the worker: a failure is a value, with a sentence a person can read. */
export type Answer<Value = unknown> = { ok: true; value: Value } | { ok: false; message: string }

/** Whether what came back is an answer at all: an older worker, or none, sends other things. */
export function isAnswer(raw: unknown): raw is Answer {
  return typeof raw === 'object' && raw !== null && 'ok' in raw && typeof raw.ok === 'boolean'
}
