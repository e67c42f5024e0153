import { parseArgs } from 'node:util'
import { type CollectorOptions, PORT_DEFAULT } from './start.ts'
import type { Start } from './start-result.ts'

export const HELP = `handrail collector

  --port N         port to listen on (default ${PORT_DEFAULT}; 0: any free one)
  --host ADDRESS   address to listen on (default 127.0.0.1: this machine only)
  --data DIR       folder for secrets and the embedded database (default .handrail/collector)
  --trust KEY      public key of a publisher, base64; may be given several times
  --min-group N    smallest group of people that is shown (default 11, at least 5)
  --demo           demonstration with made-up people: small groups are shown
  --quiet          no line for each request
  --link           print a new link to the dashboard of the collector on this data folder, and end
  --help           this text

Environment: HANDRAIL_PORT, HANDRAIL_HOST, HANDRAIL_DATA, and DATABASE_URL for a PostgreSQL server
in place of the embedded database. A flag wins over the environment.
`

export interface Config {
  mode: 'serve' | 'link' | 'help'
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
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      trust: { type: 'string', multiple: true },
      'min-group': { type: 'string' },
      demo: { type: 'boolean' },
      quiet: { type: 'boolean' },
      link: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  return values
}

/** Settings from the command line and the environment. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Start<Config> {
  let flags: ReturnType<typeof readFlags>
  try {
    flags = readFlags(argv)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return { ok: false, message: `${reason} (--help lists the flags)` }
  }
  const portText = flags.port ?? env.HANDRAIL_PORT ?? String(PORT_DEFAULT)
  const port = readNumber('--port', portText, 0, 65_535)
  if (!port.ok) return port
  const minGroup = readNumber('--min-group', flags['min-group'] ?? '11', 5, 100_000)
  if (!minGroup.ok) return minGroup
  const wrong = flags.trust?.find((key) => !/^[A-Za-z0-9+/]{43}=$/.test(key))
  if (wrong !== undefined)
    return { ok: false, message: '--trust takes an Ed25519 public key: 32 bytes in base64' }
  const databaseUrl = env.DATABASE_URL || undefined
  return {
    ok: true,
    value: {
      mode: flags.help ? 'help' : flags.link ? 'link' : 'serve',
      quiet: flags.quiet ?? false,
      options: {
        port: port.value,
        host: flags.host ?? env.HANDRAIL_HOST ?? '127.0.0.1',
        dataDir: flags.data ?? env.HANDRAIL_DATA ?? '.handrail/collector',
        demo: flags.demo ?? false,
        minGroup: minGroup.value,
        trustedKeys: flags.trust ?? [],
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
      },
    },
  }
}
