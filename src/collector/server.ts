import { type Config, HELP, readConfig } from './config.ts'
import { metricsTokenOf } from './http/pass.ts'
import { loadSecrets } from './secrets.ts'
import { createAdminLink, startCollector } from './start.ts'
import { runTokenJob } from './token-job.ts'

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

async function printLink({ options }: Config): Promise<void> {
  const secrets = await loadSecrets(options.dataDir)
  if (!secrets.ok) return fail(secrets.message)
  const url = `http://${options.host}:${options.port}`
  process.stdout.write(`${createAdminLink(url, secrets.value.adminKey, Date.now())}\n`)
}

async function printMetricsToken({ options }: Config): Promise<void> {
  const secrets = await loadSecrets(options.dataDir)
  if (!secrets.ok) return fail(secrets.message)
  process.stdout.write(`${metricsTokenOf(secrets.value.adminKey)}\n`)
}

async function doTokenJob({ options, tokenJob }: Config): Promise<void> {
  const secrets = await loadSecrets(options.dataDir)
  if (!secrets.ok) return fail(secrets.message)
  const url = `http://${options.host}:${options.port}`
  const done = await runTokenJob(tokenJob, url, secrets.value.adminKey, Date.now())
  if (!done.ok) return fail(done.message)
  process.stdout.write(`${done.value}\n`)
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

const config = readConfig(process.argv.slice(2), process.env)
if (!config.ok) fail(config.message)
else if (config.value.mode === 'help') process.stdout.write(HELP)
else if (config.value.mode === 'link') await printLink(config.value)
else if (config.value.mode === 'metrics-token') await printMetricsToken(config.value)
else if (config.value.mode === 'tokens') await doTokenJob(config.value)
else
  await serve(config.value).catch((error: unknown) =>
    fail(`the collector can’t start: ${error instanceof Error ? error.message : error}`),
  )
