import type { Page } from 'puppeteer-core'

/** All of a page that Handrail must leave as it is, as texts that can be compared. */
export interface PageState {
  /** Every element with its attributes and texts, in open shadow roots too, without Handrail's own. */
  dom: string
  /** What the fields hold, and what is ticked or picked out. */
  fields: string
  cookies: string
  storage: string
  databases: string
}

/** Runs in the page. */
async function readState(): Promise<Omit<PageState, 'cookies'>> {
  const own = document.querySelector(':root > div[popover="manual"]')
  const fields: string[] = []

  function write(node: Node): string {
    if (node === own) return ''
    if (!(node instanceof Element)) return node.nodeValue ?? ''
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('')
    if (node instanceof HTMLInputElement) fields.push(`${node.value} ${node.checked}`)
    if (node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement)
      fields.push(node.value)
    const shadow = node.shadowRoot
      ? `#(${[...node.shadowRoot.childNodes].map(write).join('')})`
      : ''
    return `<${node.localName}${attributes}>${shadow}${[...node.childNodes].map(write).join('')}</>`
  }
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  async function readDatabase(name: string): Promise<unknown> {
    const database = await done(indexedDB.open(name))
    const stores = [...database.objectStoreNames]
    const rows = await Promise.all(
      stores.map((store) => done(database.transaction(store).objectStore(store).getAll())),
    )
    database.close()
    return [name, database.version, stores, rows]
  }
  // Clocks go on: OpenMRS draws the time of day into what it would print.
  const dom = write(document.documentElement).replace(/\d{1,2}:\d{2} [AP]M/g, '#:## #M')
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  return {
    dom,
    fields: fields.join('\n'),
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    databases: JSON.stringify(await Promise.all(names.sort().map(readDatabase))),
  }
}

export async function pageState(page: Page): Promise<PageState> {
  const cookies = await page.cookies()
  return {
    ...(await page.evaluate(readState)),
    cookies: JSON.stringify(cookies.map(({ name, value }) => [name, value]).sort()),
  }
}

/** What differs between two states, each with the place where it begins. */
export function differences(before: PageState, after: PageState): string[] {
  const parts = Object.keys(before) as (keyof PageState)[]
  return parts.flatMap((part) => {
    const [a, b] = [before[part], after[part]]
    if (a === b) return []
    let at = 0
    while (a[at] === b[at]) at += 1
    return [`${part}: “${a.slice(at - 80, at + 80)}” has become “${b.slice(at - 80, at + 80)}”`]
  })
}
