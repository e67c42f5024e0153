import type { Page } from 'puppeteer-core'

/** All of a page that Handrail must leave as it is: places in it, and what is there. */
export type PageState = ReadonlyMap<string, string>

/** A place at which two states differ. */
export interface Difference {
  place: string
  text: string
}

/**
 * Runs in the page: every element with each of its attributes, every text, in open shadow roots too, without
 * Handrail's own; what fields hold, and what is ticked or picked out; what the browser keeps for it.
 */
async function readState(): Promise<[string, string][]> {
  const own = document.querySelector(':root > div[popover="manual"]')
  const read: [string, string][] = []

  function readNode(node: Node, place: string): void {
    if (!(node instanceof Element)) {
      read.push([place, node.nodeValue ?? ''])
      return
    }
    read.push([place, `<${node.localName}>`])
    for (const { name, value } of node.attributes) read.push([`${place} ${name}`, value])
    if (node instanceof HTMLInputElement)
      read.push([`${place} (field)`, `${node.value} ${node.checked}`])
    if (node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement)
      read.push([`${place} (field)`, node.value])
    if (node.shadowRoot) readNodes(node.shadowRoot, `${place}#`)
    readNodes(node, place)
  }
  function readNodes(parent: Node, place: string): void {
    const nodes = [...parent.childNodes].filter((node) => node !== own)
    for (const [at, node] of nodes.entries()) readNode(node, `${place}/${at}`)
  }
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  async function readDatabase(name: string): Promise<void> {
    const database = await done(indexedDB.open(name))
    const stores = [...database.objectStoreNames]
    const rows = await Promise.all(
      stores.map((store) => done(database.transaction(store).objectStore(store).getAll())),
    )
    database.close()
    read.push([`indexedDB ${name}`, JSON.stringify([database.version, stores, rows])])
  }
  readNode(document.documentElement, '')
  for (const [kind, storage] of Object.entries({ localStorage, sessionStorage }))
    for (const [name, value] of Object.entries(storage)) read.push([`${kind} ${name}`, value])
  for (const { name } of await indexedDB.databases()) if (name) await readDatabase(name)
  return read
}

export async function pageState(page: Page): Promise<PageState> {
  const cookies = await page.cookies()
  return new Map([
    ...(await page.evaluate(readState)),
    ...cookies.map(({ name, value }) => [`cookie ${name}`, value] as const),
  ])
}

const shortened = (text: string | undefined) =>
  text === undefined ? 'nothing' : `“${text.slice(0, 160)}”`

/** Where two states differ, and how. */
export function differences(before: PageState, after: PageState): Difference[] {
  const places = new Set([...before.keys(), ...after.keys()])
  return [...places].flatMap((place) => {
    const [a, b] = [before.get(place), after.get(place)]
    if (a === b) return []
    return [{ place, text: `${place}: ${shortened(a)} has become ${shortened(b)}` }]
  })
}
