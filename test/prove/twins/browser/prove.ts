import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import type { BrowserKind } from '../../../../demo/browser/find.ts'
import { ENCODINGS, foundIn } from '../../../e2e/helpers/canaries.ts'
import { dumpExtensionStorage } from '../../../e2e/helpers/extension-storage.ts'
import { stringsOf, type TwinPatient, twinPatient } from '../patients.ts'
import { difference, withoutUids } from '../sent.ts'
import { startTwinSession, type TwinSession } from './session.ts'
import { useChart } from './use.ts'
import { enterOpenmrs, useOpenmrs } from './use-openmrs.ts'

export type App = 'twins' | 'OpenMRS'

/** What came of one app in one browser. */
export interface BrowserProof {
  browser: BrowserKind
  app: App
  patients: number
  pairs: number
  /** Bytes of the bodies that were compared. */
  bytes: number
  events: string[]
  differences: string[]
  /** Of how many strings, each in eight encodings, in how many bytes of each place. */
  canaries: number
  places: Record<string, number>
  found: string[]
  /** Planted ones, by place: in how many encodings each was found. */
  planted: Record<string, number>
}

interface Options {
  browser: BrowserKind
  app: App
  patients: number
  seed: number
  log: (line: string) => void
  /** No patient begins later, in ms since 1970. */
  until?: number
}

const PLANTED = 'Planted Canary 51772'
const allEncodings = () =>
  Object.values(ENCODINGS)
    .map((encode) => encode(PLANTED))
    .join('\n')

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } }

/** Strings long enough to be found for what they are, and of a patient rather than of programs. */
const distinctive = (strings: readonly string[]) => [
  ...new Set(strings.filter((text) => text.length >= 6 && !['=CMD()', '<b>x</b>'].includes(text))),
]

/** Every two of some patients, used alike in a real browser; and whether anything of them went anywhere. */
export async function proveInBrowser(options: Options): Promise<BrowserProof> {
  const { browser, app, seed, log, until = Number.POSITIVE_INFINITY } = options
  const made = fc.sample(twinPatient, { seed, numRuns: options.patients })
  const session = await startTwinSession(browser)
  try {
    const used: TwinPatient[] = []
    const sent: string[] = []
    if (app === 'OpenMRS') await enterOpenmrs(session)
    const use = app === 'OpenMRS' ? useOpenmrs : useChart
    for (const patient of made) {
      if (Date.now() > until) break
      sent.push(withoutUids(await use(session, patient)))
      used.push(patient)
      log(
        `${browser}, ${app}: ${used.length} of ${made.length} patients, ${sent.at(-1)?.length} bytes`,
      )
    }
    const differences = sent.flatMap((one, at) =>
      sent.slice(at + 1).flatMap((other) => difference(one, other) ?? []),
    )
    const strings = distinctive(used.flatMap(stringsOf))
    const { places, planted } = await searched(session)
    const found = Object.entries(places).flatMap(([place, text]) =>
      foundIn(text, strings).map((one) => `${place}: ${one}`),
    )
    const [first = ''] = sent
    return {
      ...{ browser, app, patients: used.length, differences, found },
      pairs: (used.length * (used.length - 1)) / 2,
      bytes: sent.reduce((sum, { length }) => sum + length, 0),
      events: [...first.matchAll(/"eventName":"friction\.([^"]+)"/g)].map(([, kind = '']) => kind),
      canaries: strings.length,
      places: Object.fromEntries(
        Object.entries(places).map(([place, { length }]) => [place, length]),
      ),
      planted,
    }
  } finally {
    await session.stop()
  }
}

/** All that is kept and sent, by place; then a canary is planted in each, and looked for. */
async function searched(session: TwinSession) {
  const { recorder, loaded, logged, worker } = session
  // Such a page shows all that the extension knows of what was sent, and says on its console what it has to.
  const own = await session.openOwn()
  const read = async () => ({
    network: recorder.sent.join('\n'),
    storage: await dumpExtensionStorage(loaded),
    // What the app itself has logged is none of ours.
    console: logged.join('\n'),
  })
  const clean = await read()
  const text = allEncodings()
  await own.evaluate(
    async (words, url) => {
      await chrome.storage.local.set({ planted: words })
      console.info(words)
      await fetch(`${url}/planted`, { method: 'POST', body: words, mode: 'no-cors' })
    },
    text,
    recorder.url,
  )
  await worker?.evaluate((words) => console.info(`worker: ${words}`), text)
  await own.close()
  const full = await read()
  await session.end()
  const database = await session.dumpDatabase()
  await plantInDatabase(session.database(), text)
  const places = { ...clean, database }
  const after = { ...full, database: await session.dumpDatabase() }
  const planted: Record<string, number> = {}
  for (const place of Object.keys(places) as (keyof typeof places)[]) {
    if (foundIn(places[place], [PLANTED]).length > 0) throw new Error(`${place} was not clean`)
    planted[place] = foundIn(after[place], [PLANTED]).length
  }
  return { places, planted }
}

async function plantInDatabase(folder: string, text: string): Promise<void> {
  const database = await PGlite.create(folder)
  await database.exec('create table planted (words text)')
  await database.query('insert into planted values ($1)', [text])
  await database.close()
}
