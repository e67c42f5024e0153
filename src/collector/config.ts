import { parseArgs } from 'node:util'
import { QUOTA_DEFAULT } from './http/quota.ts'
import { PORT_DEFAULT } from './listen.ts'
import { type CollectorOptions, KEEP_DAYS_DEFAULT, KEEP_NOTES_DAYS_DEFAULT } from './start.ts'
import type { Start } from './start-result.ts'
import type { TokenJob } from './token-job.ts'

export const HELP = `handrail collector

  --port N         port to listen on (default ${PORT_DEFAULT}; 0: any free one)
  --host ADDRESS   address to listen on (default 127.0.0.1: this machine only)
  --data DIR       folder for secrets and the embedded database (default .handrail/collector)
  --trust KEY      public key of a publisher, base64; may be given several times
  --min-group N    smallest group of people that is shown (default 11, at least 5)
  --keep-days N    days of figures that are kept (default ${KEEP_DAYS_DEFAULT})
  --keep-notes-days N  days of comments and wireframes that are kept (default ${KEEP_NOTES_DAYS_DEFAULT})
  --quota N        records a minute that one site may send (default ${QUOTA_DEFAULT})
  --demo           demonstration with made-up people: small groups are shown
  --quiet          no line for each request
  --link           print a new link to the dashboard of the collector on this data folder, and end
  --token-add SITE   a new ingest token for a site, and end; with --days N it ends by itself
  --token-end ID     end a token, at once or after --days N, and end
  --tokens           list the ingest tokens, and end
  --metrics-token    print the token for /metrics, and end
  --help           this text

  backup FILE      write everything but the secrets to a new file, and end
  restore FILE     put a backup into an empty database, and end; with --replace over what is there
  doctor           say what is wrong with this collector's set-up, and how to mend it, and end

Environment: HANDRAIL_PORT, HANDRAIL_HOST, HANDRAIL_DATA, and DATABASE_URL for a PostgreSQL server
in place of the embedded database, CLICKHOUSE_URL for a ClickHouse server that keeps the records. A flag wins over the environment.
`

const ERRANDS = { backup: 1, restore: 1, doctor: 0 } as const
type Errand = keyof typeof ERRANDS

export interface Config {
  mode: 'serve' | 'link' | 'metrics-token' | 'help' | 'tokens' | Errand
  /** The file of a backup. */
  file: string
  /** Whether a backup may go over what is there. */
  replace: boolean
  /** What is to be done about ingest tokens, where the mode is `tokens`. */
  tokenJob: TokenJob
  options: CollectorOptions & { dataDir: string; port: number }
  quiet: boolean
}

function readNumber(name: string, text: string, min: number, max: number): Start<number> {
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max)
    return { ok: true, value }
  return { ok: false, message: `${name} is a whole number from ${min} to ${max}` }
}

function readFlags(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      trust: { type: 'string', multiple: true },
      'min-group': { type: 'string' },
      demo: { type: 'boolean' },
      quiet: { type: 'boolean' },
      link: { type: 'boolean' },
      'keep-days': { type: 'string' },
      'keep-notes-days': { type: 'string' },
      quota: { type: 'string' },
      'token-add': { type: 'string' },
      'token-end': { type: 'string' },
      tokens: { type: 'boolean' },
      days: { type: 'string' },
      'metrics-token': { type: 'boolean' },
      replace: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
}

type Flags = ReturnType<typeof readFlags>['values']

const isErrand = (word: string): word is Errand => Object.hasOwn(ERRANDS, word)

/** What was asked for by words without hyphens. */
function readErrand([word, ...rest]: readonly string[], flags: Flags): Start<Errand | undefined> {
  if (word !== undefined && !isErrand(word))
    return { ok: false, message: `there is no '${word}' (--help lists what there is)` }
  if (flags.replace && word !== 'restore')
    return { ok: false, message: '--replace goes with restore FILE' }
  if (word === undefined) return { ok: true, value: undefined }
  if (rest.length !== ERRANDS[word])
    return { ok: false, message: `${word} takes ${ERRANDS[word] === 1 ? 'one file' : 'no file'}` }
  return { ok: true, value: word }
}

function modeOf(flags: Flags): Config['mode'] {
  if (flags.help) return 'help'
  if (flags.link) return 'link'
  if (flags['metrics-token']) return 'metrics-token'
  const isTokens =
    flags.tokens || flags['token-add'] !== undefined || flags['token-end'] !== undefined
  return isTokens ? 'tokens' : 'serve'
}

/** Settings from the command line and the environment. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Start<Config> {
  let given: ReturnType<typeof readFlags>
  try {
    given = readFlags(argv)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return { ok: false, message: `${reason} (--help lists the flags)` }
  }
  const { values: flags, positionals } = given
  const errand = flags.help ? undefined : readErrand(positionals, flags)
  if (errand?.ok === false) return errand
  const portText = flags.port ?? env.HANDRAIL_PORT ?? String(PORT_DEFAULT)
  const port = readNumber('--port', portText, 0, 65_535)
  if (!port.ok) return port
  const minGroup = readNumber('--min-group', flags['min-group'] ?? '11', 5, 100_000)
  if (!minGroup.ok) return minGroup
  const keepDays = readNumber(
    '--keep-days',
    flags['keep-days'] ?? String(KEEP_DAYS_DEFAULT),
    16,
    10_000,
  )
  if (!keepDays.ok) return keepDays
  const keepNotesDays = readNumber(
    '--keep-notes-days',
    flags['keep-notes-days'] ?? String(KEEP_NOTES_DAYS_DEFAULT),
    1,
    3650,
  )
  if (!keepNotesDays.ok) return keepNotesDays
  const quota = readNumber('--quota', flags.quota ?? String(QUOTA_DEFAULT), 1, 100_000_000)
  if (!quota.ok) return quota
  const days = flags.days === undefined ? undefined : readNumber('--days', flags.days, 1, 3650)
  if (days?.ok === false) return days
  const wrong = flags.trust?.find((key) => !/^[A-Za-z0-9+/]{43}=$/.test(key))
  if (wrong !== undefined)
    return { ok: false, message: '--trust takes an Ed25519 public key: 32 bytes in base64' }
  const databaseUrl = env.DATABASE_URL || undefined
  const clickhouseUrl = env.CLICKHOUSE_URL || undefined
  return {
    ok: true,
    value: {
      mode: errand?.value ?? modeOf(flags),
      file: positionals[1] ?? '',
      replace: flags.replace ?? false,
      tokenJob: {
        ...(flags['token-add'] === undefined ? {} : { add: flags['token-add'] }),
        ...(flags['token-end'] === undefined ? {} : { end: flags['token-end'] }),
        ...(days === undefined ? {} : { days: days.value }),
      },
      quiet: flags.quiet ?? false,
      options: {
        port: port.value,
        host: flags.host ?? env.HANDRAIL_HOST ?? '127.0.0.1',
        dataDir: flags.data ?? env.HANDRAIL_DATA ?? '.handrail/collector',
        demo: flags.demo ?? false,
        minGroup: minGroup.value,
        keepDays: keepDays.value,
        keepNotesDays: keepNotesDays.value,
        quota: quota.value,
        trustedKeys: flags.trust ?? [],
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
        ...(clickhouseUrl === undefined ? {} : { clickhouseUrl }),
      },
    },
  }
}
