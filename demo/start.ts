import { once } from 'node:events'
import { join } from 'node:path'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findBrowser } from './browser/find.ts'
import type { LoadedBrowser } from './browser/launch.ts'
import { openDemo } from './browser/open-demo.ts'
import { createEnding } from './ending.ts'
import { ensurePackages } from './openmrs/packages.ts'
import { password, userName } from './openmrs/reference/staff.ts'
import { DIST_FOLDER, PACKAGES_FOLDER, type Stack, startStack } from './stack.ts'
import { explainPorts, explainStart, firstLine } from './start-faults.ts'
import { HELP, readStartFlags, type StartFlags } from './start-flags.ts'

const say = (line: string) => console.log(line)

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

/** Until Ctrl-C; a timer keeps the process alive where no server of it is asked anything. */
async function untilEnd(ending: AbortSignal): Promise<void> {
  const alive = setInterval(() => undefined, 60_000)
  if (!ending.aborted) await once(ending, 'abort')
  clearInterval(alive)
}

function sayAddresses({ ehr, collector, settings, published }: Stack): void {
  say(`
  Demo EHR    ${ehr.url}   (${userName} / ${password}; made-up patients)
  Dashboard   ${collector.createAdminLink()}   (works once)
  Channel     ${settings.channelUrl}   (pack ${published.pack}, version ${published.version})
`)
}

function sayByHand(settings: object): void {
  say(`To load Handrail by hand: open chrome://extensions (or edge://extensions), switch on
“Developer mode”, choose “Load unpacked” and take ${join(DIST_FOLDER, 'chrome')}
Then open its options, enter these settings, and allow it on the demo's address:
${JSON.stringify(settings, null, 2)}
`)
}

/** A browser with Handrail in it, where one can be started; otherwise says how to load it by hand. */
async function openBrowser(stack: Stack, flags: StartFlags): Promise<LoadedBrowser | undefined> {
  const browser = flags.noBrowser ? undefined : findBrowser('chromium')
  if (browser === undefined) say('4/4 No browser is opened.')
  else {
    say(`4/4 Opening ${browser.path} with Handrail in it …`)
    try {
      return await openDemo({ browser, stack, headless: flags.headless })
    } catch (error) {
      say(`    it could not be started; with no screen, use --headless. ${firstLine(error)}`)
    }
  }
  sayByHand(stack.settings)
  return undefined
}

async function serve(stack: Stack, flags: StartFlags, ending: AbortSignal): Promise<void> {
  const demo = await openBrowser(stack, flags)
  try {
    sayAddresses(stack)
    say('Ready. Ctrl-C stops everything.')
    await untilEnd(ending)
    say('Stopping …')
  } finally {
    await demo?.stop()
  }
}

async function start(flags: StartFlags, ending: AbortSignal): Promise<void> {
  say('1/4 Building the extension and the dashboard …')
  if (!(await buildIfNeeded())) say('    nothing has changed since the last build')
  if (ending.aborted) return

  say('2/4 Demo EHR: OpenMRS 3 from npm (first time: about 50 MB) …')
  await ensurePackages({
    dir: PACKAGES_FOLDER,
    onProgress: ({ done, total, name }) => say(`    ${done}/${total} ${name}`),
  })
  if (ending.aborted) return

  say('3/4 Starting the demo EHR and the collector, publishing the sample pack …')
  const { dataDir, fresh, ehrPort, collectorPort } = flags
  const stack = await startStack({ dataDir, fresh, ehrPort, collectorPort })
  try {
    if (!ending.aborted) await serve(stack, flags, ending)
  } finally {
    await stack.stop()
  }
}

async function main(): Promise<void> {
  const read = readStartFlags(process.argv.slice(2))
  if (!read.ok) return fail(read.message)
  const { flags } = read
  if (flags.help) return say(HELP)
  const busy = await explainPorts([
    { port: flags.ehrPort, of: 'demo EHR', option: '--ehr-port' },
    { port: flags.collectorPort, of: 'collector', option: '--collector-port' },
  ])
  if (busy !== '') return fail(busy)
  const ending = createEnding({
    on: process.on.bind(process),
    now: Date.now,
    exit: (code) => process.exit(code),
  })
  await start(flags, ending)
}

await main().catch((error: unknown) => fail(explainStart(error)))
