import type { Pack } from '../../vocabulary/pack.ts'
import { readPackBytes } from '../../vocabulary/pack-bytes.ts'
import { readKeptChannel } from '../http/channel-payload.ts'
import type { Store } from '../store/store.ts'

/** What people call the screens, walkthroughs and targets of the apps; the id where unknown. */
export interface Labels {
  screen(app: string, id: string): string
  walkthrough(app: string, id: string): string
  target(app: string, id: string): string
}

type Part = keyof Labels

/** Labels from packs; of the same app's, a later one in the list wins. */
export function labelsOf(packs: readonly Pack[]): Labels {
  const titles = new Map<string, string>()
  const key = (part: Part, app: string, id: string) => `${part} ${app} ${id}`
  for (const { app, screens, walkthroughs, targets } of packs) {
    for (const { id, title } of screens) titles.set(key('screen', app.id, id), title)
    for (const { id, title } of walkthroughs) titles.set(key('walkthrough', app.id, id), title)
    for (const { id, label } of targets) titles.set(key('target', app.id, id), label)
  }
  const find = (part: Part) => (app: string, id: string) => titles.get(key(part, app, id)) ?? id
  return { screen: find('screen'), walkthrough: find('walkthrough'), target: find('target') }
}

/** Reads the labels of every pack on a channel. A pack never changes, so each is parsed once. */
export function createLabelReader(store: Pick<Store, 'listChannels' | 'findPackBytes'>) {
  let parsed = new Map<string, Pack>()
  return async (): Promise<Labels> => {
    const channels = await store.listChannels()
    const listed = channels.flatMap(({ envelope }) => readKeptChannel(envelope).packs)
    const next = new Map<string, Pack>()
    for (const { sha256 } of listed.toSorted((a, b) => a.version - b.version)) {
      const bytes = parsed.has(sha256) ? undefined : await store.findPackBytes(sha256)
      // A pack that an older release took may not fit today's format: its ids serve as titles.
      const read = bytes && readPackBytes(bytes)
      const pack = parsed.get(sha256) ?? (read?.ok ? read.pack : undefined)
      if (pack !== undefined) next.set(sha256, pack)
    }
    parsed = next
    return labelsOf([...next.values()])
  }
}
