import { requestable } from '../browser/requestable.ts'
import { browser } from '../browser/webextension.ts'

/** What the browser lets Handrail do, as the person has allowed it. */
export interface Access {
  /**
   * Asks for sites, as origins of match patterns. To be called straight from a press, before any
   * `await`: browsers want the person's gesture. Rejects where the browser forbids the question.
   */
  askForSites(origins: readonly string[]): Promise<boolean>
  hasSites(origins: readonly string[]): Promise<boolean>
  /** Asks whether signals may be sent, where the browser itself wants a say. Straight from a press. */
  askToSend(): Promise<boolean>
  /** Calls back when the person allows or takes back anything, here or in the browser's settings. */
  onChange(listener: () => void, signal: AbortSignal): void
}

/** Access as the browser keeps it. */
export async function createAccess(): Promise<Access> {
  const { permissions } = browser
  // Only Firefox names data collection among permissions, and asks for it itself.
  const wantsConsent = (await permissions.getAll()).data_collection !== undefined
  return {
    askForSites: (origins) => permissions.request({ origins: requestable(origins) }),
    hasSites: (origins) => permissions.contains({ origins: requestable(origins) }),
    askToSend: () =>
      wantsConsent
        ? permissions.request({ data_collection: ['websiteActivity'] })
        : Promise.resolve(true),
    onChange(listener, signal) {
      permissions.onAdded.addListener(listener)
      permissions.onRemoved.addListener(listener)
      signal.addEventListener('abort', () => {
        permissions.onAdded.removeListener(listener)
        permissions.onRemoved.removeListener(listener)
      })
    },
  }
}
