import type { Answer } from '../../src/messaging/envelope.ts'
import type { SettingsView } from '../../src/messaging/protocol.ts'
import type { Policy } from '../../src/vocabulary/policy.ts'
import type { LoadedBrowser } from './launch.ts'

/** The extension's API as its own pages see it, in either browser. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }

/** Asks the worker, through the options page, as that page does. */
export async function askWorker<Result>(
  loaded: LoadedBrowser,
  name: string,
  payload?: unknown,
): Promise<Result> {
  const page = await loaded.openExtension('src/options/index.html')
  // As text: Firefox's driver loses lists that lie deep in an answer.
  const text = await page.evaluate(
    async (message) => JSON.stringify(await chrome.runtime.sendMessage(message)),
    { name, payload } as never,
  )
  await page.close()
  const answer: Answer = JSON.parse(text)
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`)
  return answer.value as Result
}

/** Configures the extension, fetches the channel, and returns once the packs are in force. */
export async function saveSettings(loaded: LoadedBrowser, settings: Policy): Promise<void> {
  const view = await askWorker<SettingsView>(loaded, 'save-settings', settings)
  const [fault] = view.warnings
  if (fault) throw new Error(`setting '${fault.key}': ${fault.message}`)
  await askWorker(loaded, 'sync-now')
}
