import * as v from 'valibot'
import type { Answer } from './envelope.ts'
import { PAYLOADS, type Payload } from './payload.ts'
import { CONTENT_REQUESTS, type RequestName, type Requests } from './protocol.ts'
import { type Sender, siteAddress } from './sender-address.ts'

/** A sender that has been checked. Frames of pages have all three; extension pages need none. */
export interface Caller {
  tabId: number
  frameId: number
  url: string
}

export type Handlers = {
  [Name in RequestName]: (
    payload: Payload<Name>,
    caller: Caller,
  ) => Promise<Requests[Name]['response']>
}

interface Options {
  handlers: Handlers
  extensionId: string
  /** `runtime.getURL('')`: addresses of the extension's own pages begin with it. */
  ownOrigin: string
  /** Whether the packs in force and the settings allow this page. */
  isSite: (url: string) => Promise<boolean>
  /** Takes one call of a tab from its allowance. */
  isWithinRate: (tabId: number) => boolean
  report: (error: unknown) => void
}

const CONTENT_NAMES: readonly string[] = CONTENT_REQUESTS
const refuse = (message: string): Answer => ({ ok: false, message })

/**
 * The one door of the worker. A page's process may be compromised, so that nothing is believed
 * but what the browser says of the sender. `undefined` for what is no request.
 */
export function createRouter(options: Options) {
  const { handlers, extensionId, ownOrigin, isSite, isWithinRate, report } = options

  async function run<Name extends RequestName>(name: Name, raw: unknown, caller: Caller) {
    const schema: v.GenericSchema = PAYLOADS[name]
    const payload = v.safeParse(schema, raw)
    if (!payload.success) return refuse(`The request '${name}' does not have the right shape.`)
    try {
      const value = await handlers[name](payload.output as Payload<Name>, caller)
      return { ok: true, value } satisfies Answer
    } catch (error) {
      report(error)
      return refuse('Handrail could not do this. Try again, or reload the extension.')
    }
  }

  return (message: unknown, sender: Sender): Promise<Answer> | undefined => {
    if (sender.id !== extensionId) return undefined
    if (typeof message !== 'object' || message === null || !('name' in message)) return undefined
    const { name } = message
    if (typeof name !== 'string' || !Object.hasOwn(PAYLOADS, name)) return undefined
    const payload = 'payload' in message ? message.payload : undefined
    const url = siteAddress(sender)
    const caller = { tabId: sender.tab?.id ?? -1, frameId: sender.frameId ?? 0, url }

    const answer = async (): Promise<Answer> => {
      if (url.startsWith(ownOrigin)) return run(name as RequestName, payload, caller)
      if (!CONTENT_NAMES.includes(name)) return refuse(`A page may not ask for '${name}'.`)
      if (caller.tabId < 0 || !isWithinRate(caller.tabId)) return refuse('Too many requests.')
      if (name !== 'page-setup' && !(await isSite(url))) return refuse('Handrail is off here.')
      return run(name as RequestName, payload, caller)
    }
    return answer().catch((error: unknown) => {
      report(error)
      return refuse('Handrail could not do this. Try again, or reload the extension.')
    })
  }
}
