import { runBackup, runRestore } from './backup/errand.ts'
import { type Config, HELP, readConfig } from './config.ts'
import { runDoctor } from './doctor/doctor.ts'
import { metricsTokenOf } from './http/pass.ts'
import { urlOf } from './listen.ts'
import { loadSecrets } from './secrets.ts'
import { createAdminLink, startCollector } from './start.ts'
import type { Start } from './start-result.ts'
import { runTokenJob } from './token-job.ts'

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

async function printLink({ options }: Config): Promise<void> {
  const secrets = await loadSecrets(options.dataDir)
  if (!secrets.ok) return fail(secrets.message)
  const url = urlOf(options.host, options.port)
  process.stdout.write(`${createAdminLink(url, secrets.value.adminKey, Date.now())}\n`)
}

async function printMetricsToken({ options }: Config): Promise<void> {
  const secrets = await loadSecrets(options.dataDir)
  if (!secrets.ok) return fail(secrets.message)
  process.stdout.write(`${metricsTokenOf(secrets.value.adminKey)}\n`)
}

function tell(done: Start<string>): void {
  if (done.ok) process.stdout.write(`${done.value}\n`)
  else fail(done.message)
}

async function doTokenJob({ options, tokenJob }: Config): Promise<void> {
  const secrets = await loadSecrets(options.dataDir)
  if (!secrets.ok) return fail(secrets.message)
  const url = urlOf(options.host, options.port)
  tell(await runTokenJob(tokenJob, url, secrets.value.adminKey, Date.now()))
}

async function serve({ options, quiet }: Config): Promise<void> {
  const started = await startCollector({
    ...options,
    ...(quiet ? {} : { logger: { stream: process.stderr } }),
  })
  if (!started.ok) return fail(started.message)
  const { url, adminLink, stop } = started.value
  process.stdout.write(
    `Collector: ${url}\nDashboard (this link works once): ${adminLink}\nTokens: ${options.dataDir}/collector.json\n`,
  )
  let stopping = false
  const end = () => {
    // A second signal must not close the database while the first is draining.
    if (stopping) return
    stopping = true
    void stop().catch((error: unknown) => fail(`the collector did not stop cleanly: ${error}`))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

const WAYS: Record<Config['mode'], (config: Config) => unknown> = {
  help: () => process.stdout.write(HELP),
  link: printLink,
  'metrics-token': printMetricsToken,
  tokens: doTokenJob,
  backup: async ({ options, file }) => tell(await runBackup(options, file, new Date())),
  restore: async ({ options, file, replace }) => tell(await runRestore(options, file, replace)),
  doctor: async ({ options }) => {
    const { lines, isWell } = await runDoctor(options)
    process.stdout.write(`${lines.join('\n')}\n`)
    process.exitCode = isWell ? 0 : 1
  },
  serve,
}

const config = readConfig(process.argv.slice(2), process.env)
if (!config.ok) fail(config.message)
else {
  const { mode } = config.value
  const what = mode === 'serve' ? 'the collector can’t start' : `${mode} failed`
  try {
    await WAYS[mode](config.value)
  } catch (error) {
    fail(`${what}: ${error instanceof Error ? error.message : error}`)
  }
}
