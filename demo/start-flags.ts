import { join } from 'node:path'
import { parseArgs } from 'node:util'

export const HELP = `npm start: the demo, all of it

  npm start -- [--headless] [--no-browser] [--ehr-port 8090] [--collector-port 4318]
               [--data FOLDER] [--fresh]

  --headless         the same, with no window
  --no-browser       servers only
  --ehr-port         where the demo EHR answers
  --collector-port   where the collector answers
  --data             where the collector keeps what it gets (.data/demo)
  --fresh            forget what earlier demos have collected`

export interface StartFlags {
  headless: boolean
  noBrowser: boolean
  fresh: boolean
  help: boolean
  ehrPort: number
  collectorPort: number
  dataDir: string
}

export type ReadFlags = { ok: true; flags: StartFlags } | { ok: false; message: string }

const PORT_MAX = 65_535

const fail = (message: string): ReadFlags => ({
  ok: false,
  message: `${message}\nnpm start -- --help tells what there is.`,
})

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      'ehr-port': { type: 'string', default: '8090' },
      'collector-port': { type: 'string', default: '4318' },
      data: { type: 'string', default: join(import.meta.dirname, '../.data/demo') },
    },
  }).values
}

/** Reads the command line of `npm start`; what is wrong with it in one or two lines. */
export function readStartFlags(args: readonly string[]): ReadFlags {
  let given: ReturnType<typeof parse>
  try {
    given = parse(args)
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('. ', 1)
    return fail(`${first.replace(/\.$/, '')}.`)
  }
  const names = ['ehr-port', 'collector-port'] as const
  for (const name of names) {
    const isPort = /^\d{1,5}$/.test(given[name]) && Number(given[name]) <= PORT_MAX
    if (!isPort)
      return fail(`--${name} takes a number from 0 to ${PORT_MAX}, not '${given[name]}'.`)
  }
  const [ehrPort = 0, collectorPort = 0] = names.map((name) => Number(given[name]))
  if (ehrPort === collectorPort && ehrPort !== 0)
    return fail('The demo EHR and the collector need a port each.')
  const { headless, fresh, help, data } = given
  return {
    ok: true,
    flags: {
      headless,
      noBrowser: given['no-browser'],
      fresh,
      help,
      ehrPort,
      collectorPort,
      dataDir: data,
    },
  }
}
