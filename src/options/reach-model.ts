import { signal } from '@preact/signals'
import type { Access } from '../page-kit/access.ts'
import { messageOf } from '../page-kit/message-of.ts'
import { fieldFault, fieldValue } from './field-text.ts'
import type { SettingsForm } from './settings-form.ts'

/** The settings that name a server. */
export const ADDRESSES = ['collectorUrl', 'channelUrl'] as const
export type Address = (typeof ADDRESSES)[number]

/** The host permission that an address needs: match patterns know no port. */
export function originOf(url: string): string {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${hostname}/*`
}

/** Whether the browser lets Handrail reach the collector and the channel: each needs the person's yes. */
export function createReach(form: SettingsForm, access: Access) {
  /** The saved addresses that are out of reach, as their origins. */
  const missing = signal<Partial<Record<Address, string>>>({})
  /** What came of the last question, where that was not a yes; '' is a plain no. */
  const refusal = signal<string>()

  const refresh = async () => {
    const found = await Promise.all(
      ADDRESSES.map(async (name) => {
        const url = form.view.value?.effective[name]
        if (url === undefined) return []
        const origin = originOf(url)
        // A browser that can't say is not to be doubted: the sending itself tells.
        const isGranted = await access.hasSites([origin]).catch(() => true)
        return isGranted ? [] : [[name, origin] as const]
      }),
    )
    missing.value = Object.fromEntries(found.flat())
  }

  const settle = async (question: Promise<boolean>): Promise<boolean> => {
    const answer = await question.catch(messageOf)
    refusal.value = typeof answer === 'string' ? answer : answer ? undefined : ''
    return answer === true
  }

  return {
    missing,
    refusal,
    refresh,
    /** The origins of addresses that are about to be saved. */
    edited(): string[] {
      return ADDRESSES.filter((name) => form.dirty.value.includes(name)).flatMap((name) => {
        const url = fieldValue(name, form.text(name))
        return typeof url === 'string' && !fieldFault(name, url) ? [originOf(url)] : []
      })
    },
    /** Asks for some origins. Straight from the press, before any `await`. Resolves to the answer. */
    ask: (origins: readonly string[]) => settle(access.askForSites(origins)),
  }
}

export type ReachModel = ReturnType<typeof createReach>
